// Draws the layout: only the boxes in view as treeitems; from afar all boxes as one path a layer.
const Picture = (() => {
  const FAR = 0.3;
  const root = document.getElementById("gambar");
  const ground = root.appendChild(svg("g", { "aria-hidden": "true" }));
  const world = root.appendChild(svg("g"));
  const plain = world.appendChild(svg("path", { class: "garis", "aria-hidden": "true" }));
  const dashed = world.appendChild(svg("path", { class: "garis putus", "aria-hidden": "true" }));
  const afar = world.appendChild(svg("g", { "aria-hidden": "true" }));
  const said = `${Plan.say("pohon")}. ${Plan.say("pohon_petunjuk")}`;
  const tree = world.appendChild(svg("g", { id: "pohon", role: "tree", tabindex: "-1", "aria-label": said }));
  const labels = root.appendChild(svg("g", { "aria-hidden": "true" }));
  const drawn = new Map();
  let layout = null, marked = new Set(), focus = 0, chosen = -1;

  const lines = (texts, face, x, y, anchor) => {
    const { size, line } = Layout.FACES[face];
    const text = svg("text", { class: face, "text-anchor": anchor });
    texts.forEach((words, at) => text.append(svg("tspan", { x, y: y + size + at * line }, words)));
    return text;
  };
  const badge = (box, severity) => {
    const count = String(box.node.findings.length);
    const group = svg("g", { class: `lencana ${severity}`, transform: `translate(${box.width - 4},2)` });
    group.append(svg("circle", { r: 9.5 }), svg("text", { y: 4, "text-anchor": "middle" }, count));
    return group;
  };
  const fold = (box) => {
    const count = box.closed ? `+${box.folds}` : "−";
    const group = svg("g", { class: "lipat", transform: `translate(${box.width / 2},${box.height})` });
    const half = box.closed ? 10 + count.length * 3.5 : 10;
    group.append(
      svg("title", {}, Plan.say(box.closed ? "buka" : "tutup")),
      svg("rect", { x: -half, y: -10, width: 2 * half, height: 20, rx: 10 }),
      svg("text", { y: 4.5, "text-anchor": "middle" }, count),
    );
    return group;
  };
  const spoken = (box) => {
    const { node } = box;
    const findings = node.findings.length && Plan.say("jumlah_temuan", { jumlah: node.findings.length });
    const closed = box.closed && Plan.say("tersembunyi", { jumlah: box.folds });
    const kind = node.target < 0 ? Plan.layers[node.layer].name : Plan.say("rujukan_label");
    return [kind, `${node.code} ${node.text}`.trim(), findings, closed].filter(Boolean).join(". ");
  };
  const element = (box) => {
    const { node } = box;
    const item = svg("g", {
      role: "treeitem", class: `simpul l${node.layer}`, "data-at": node.at, tabindex: node.at === focus ? 0 : -1,
      transform: `translate(${box.x.toFixed(1)},${box.y.toFixed(1)})`, "aria-label": spoken(box),
      "aria-level": box.level, "aria-posinset": box.place + 1, "aria-setsize": box.count,
      "aria-expanded": box.folds > 0 ? String(!box.closed) : null,
    });
    item.classList.toggle("rujukan", node.target >= 0);
    item.classList.toggle("cocok", marked.has(node.at));
    item.classList.toggle("terpilih", node.at === chosen);
    item.append(svg("rect", { class: "kotak", width: box.width, height: box.height, rx: 4 }));
    if (box.ik.length) {
      const y = box.top, d = `M1,${y}H${box.width - 1}V${box.height - 4}q0,3 -3,3H4q-3,0 -3,-3Z`;
      item.append(svg("path", { class: "isi-ik", d }), lines(box.ik, "ik", Layout.PAD, y + Layout.PAD - 4, "start"));
    }
    item.append(lines(box.title, "judul", box.width / 2, Layout.PAD, "middle"));
    item.append(svg("rect", { class: "tepi", width: box.width, height: box.height, rx: 4 }));
    const severity = Plan.worst(node);
    if (severity) item.append(badge(box, severity));
    if (box.folds) item.append(fold(box));
    return item;
  };

  const within = (view) => {
    const { width, height } = Camera.size(), margin = 80 / view.scale;
    const left = -view.x / view.scale - margin, top = -view.y / view.scale - margin;
    const right = left + width / view.scale + 2 * margin, bottom = top + height / view.scale + 2 * margin;
    return ({ x, y, width: wide, height: high }) => x < right && x + wide > left && y < bottom && y + high > top;
  };
  const boxesInView = (view) => {
    const far = view.scale < FAR, inside = within(view);
    const wanted = new Set(far ? [] : [...layout.boxes.values()].filter(inside).map((box) => box.node.at));
    wanted.add(focus);
    for (const [at, item] of drawn) if (!wanted.has(at)) { item.remove(); drawn.delete(at); }
    for (const at of wanted) {
      if (drawn.has(at) || !layout.boxes.has(at)) continue;
      const item = element(layout.boxes.get(at));
      drawn.set(at, item);
      tree.append(item);
    }
    afar.toggleAttribute("hidden", !far);
  };
  const boxesAfar = () => {
    const paths = Plan.layers.map(() => []);
    for (const { node, x, y, width, height } of layout.boxes.values())
      paths[node.layer].push(`M${x | 0},${y | 0}h${width}v${height | 0}h-${width}z`);
    afar.replaceChildren(...paths.map((d, at) => svg("path", { class: `jauh l${at}`, d: d.join("") })));
  };

  const margin = () => ({ left: !layout?.bands.length ? 0 : Camera.size().width > 700 ? 112 : 38 });
  // The name stands in the middle of what is seen of its band.
  const bandLabel = (band, top, height) => {
    const width = margin().left, name = Plan.layers[band.layer].name, tall = width < 60;
    const start = Math.max(0, top), seen = Math.min(top + height, Camera.size().height) - start;
    const room = (tall ? seen : width) - 14;
    // A name may break behind its slashes, too.
    const said = Layout.wrap(name.replaceAll("/", "/ "), "judul", room).map((one) => one.replaceAll("/ ", "/"));
    const group = svg("g", { class: "pita-label" });
    group.append(svg("rect", { x: 0, y: top, width, height }));
    if (tall ? said.length > 2 || seen < 50 : seen < said.length * 17 + 8) return group;
    const transform = `translate(${width / 2},${start + seen / 2})${tall ? " rotate(-90)" : ""}`;
    const words = svg("text", { transform, "text-anchor": "middle" });
    const line = (at) => 4.5 + (at - (said.length - 1) / 2) * 16.5;
    said.forEach((text, at) => words.append(svg("tspan", { x: 0, y: line(at) }, text)));
    group.append(words);
    return group;
  };
  const bands = (view) => {
    const { width } = Camera.size();
    ground.replaceChildren();
    labels.replaceChildren();
    layout.bands.forEach((band, at) => {
      const top = view.y + band.top * view.scale, height = Math.max(0.5, (band.bottom - band.top) * view.scale - 3);
      ground.append(svg("rect", { class: at % 2 ? "pita genap" : "pita ganjil", x: 0, y: top, width, height }));
      labels.append(bandLabel(band, top, height));
    });
  };

  const show = (view) => {
    if (!layout) return;
    const { x, y, scale } = view;
    world.setAttribute("transform", `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${scale.toFixed(4)})`);
    boxesInView(view);
    bands(view);
  };
  const renew = () => {
    for (const item of drawn.values()) item.remove();
    drawn.clear();
    show(Camera.view);
  };
  const lay = (next) => {
    layout = next;
    plain.setAttribute("d", layout.joins.plain);
    dashed.setAttribute("d", layout.joins.dashed);
    if (!layout.boxes.has(focus)) focus = layout.boxes.keys().next().value ?? 0;
    boxesAfar();
    const held = tree.contains(document.activeElement);
    renew();
    if (held) drawn.get(focus)?.focus({ preventScroll: true });
  };
  const setFocus = (at, grab = true) => {
    drawn.get(focus)?.setAttribute("tabindex", "-1");
    focus = at;
    show(Camera.view);
    drawn.get(at)?.setAttribute("tabindex", "0");
    if (grab) drawn.get(at)?.focus({ preventScroll: true });
  };
  // The box under a point of the stage, where no element stands for it.
  const boxAt = ({ x, y }) => {
    const { view } = Camera;
    const dx = (x - view.x) / view.scale, dy = (y - view.y) / view.scale;
    const holds = (box) => dx >= box.x && dx <= box.x + box.width && dy >= box.y && dy <= box.y + box.height;
    return [...layout.boxes.values()].find(holds);
  };

  Camera.onChange(show);
  return {
    tree, lay, margin, setFocus, boxAt,
    box: (at) => layout.boxes.get(at),
    size: () => layout,
    count: () => layout.boxes.size,
    order: () => [...layout.boxes.keys()],
    focused: () => focus,
    choose: (at) => { chosen = at; renew(); },
    mark: (found) => { marked = found; renew(); },
  };
})();
