// What is open, hidden and chosen, and how keys, clicks and buttons change it.
(() => {
  const state = { hidden: new Set(), closed: new Set(), measures: true, way: Layout.WAYS[0] };
  const byId = (id) => document.getElementById(id);
  const status = byId("status");
  const parents = Plan.nodes.filter((node) => node.below.length).map((node) => node.at);
  const depth = [];
  for (const node of Plan.nodes) depth.push(node.above < 0 ? 0 : depth[node.above] + 1);

  const tell = () => {
    status.textContent = Plan.say("tampak", { tampak: Picture.count(), jumlah: Plan.nodes.length });
  };
  const lay = () => { Picture.lay(Layout.lay(state)); tell(); };
  // Lay out again with a box held where it stands on the screen.
  const keeping = (at, change) => {
    const before = Picture.box(at);
    change();
    lay();
    const after = Picture.box(at), { scale } = Camera.view;
    if (before && after) Camera.pan((before.x - after.x) * scale, (before.y - after.y) * scale);
  };
  const fit = (least) => Camera.go(Camera.fit(Picture.size(), Picture.margin(), least));
  const closer = () => Camera.zoom(1.25), farther = () => Camera.zoom(0.8);
  const afresh = () => { stacked(); lay(); fit(0.5); };

  const fold = (at, closing = !state.closed.has(at)) =>
    keeping(at, () => (closing ? state.closed.add(at) : state.closed.delete(at)));
  const closeBelow = (level) => {
    state.closed = new Set(parents.filter((at) => depth[at] >= level));
  };
  // As many levels as can be read at once, stacked in the way that shows them largest.
  const MOST = 150;
  const scaleOf = (layout) => Camera.fit(layout, Picture.margin()).scale;
  const stacked = () => {
    let best = 0;
    for (const way of Layout.WAYS) {
      const scale = scaleOf(Layout.lay({ ...state, way }));
      if (scale > best * 1.06) [best, state.way] = [scale, way];
    }
    return best;
  };
  const begin = () => {
    const least = Camera.size().width > 700 ? 0.66 : 0.5;
    for (let level = Math.max(1, ...depth); level >= 1; level -= 1) {
      closeBelow(level);
      const open = (node) => depth[node.at] <= level && !state.hidden.has(node.layer);
      if (level > 1 && Plan.nodes.filter(open).length > MOST) continue;
      if (stacked() >= least) break;
    }
    lay();
    Object.assign(Camera.view, Camera.fit(Picture.size(), Picture.margin(), 0.5));
    lay();
  };

  const show = (at, card = true) => {
    for (let up = Plan.nodes[at].above; up >= 0; up = Plan.nodes[up].above) state.closed.delete(up);
    if (state.hidden.delete(Plan.nodes[at].layer)) switches();
    lay();
    choose(at, card);
  };
  const choose = (at, card = true) => {
    if (card) Card.open(at);
    Picture.choose(at);
    Picture.setFocus(at, false);
    location.replace(hash(Plan.nodes[at].code));
    requestAnimationFrame(() => Camera.reveal(Picture.box(at), Picture.margin()));
  };
  const hash = (code) => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const kept = asked.has("pantau") ? ["pantau"] : [];
    return `#${[...kept, ...(code ? [`simpul=${encodeURIComponent(code)}`] : [])].join("&")}`;
  };
  const move = (at) => {
    Picture.setFocus(at);
    Camera.reveal(Picture.box(at), Picture.margin());
  };

  // The keys of a tree, as screen readers know them.
  const steps = {
    ArrowDown: (at, order) => order[order.indexOf(at) + 1],
    ArrowUp: (at, order) => order[order.indexOf(at) - 1],
    Home: (at, order) => order[0],
    End: (at, order) => order.at(-1),
    ArrowRight: (at, order) => {
      const box = Picture.box(at);
      if (box.closed) { fold(at, false); return at; }
      return box.folds ? order[order.indexOf(at) + 1] : at;
    },
    ArrowLeft: (at) => {
      const box = Picture.box(at);
      if (box.folds && !box.closed) { fold(at, true); return at; }
      return box.above?.node.at;
    },
  };
  const treeKeys = (event) => {
    const at = Picture.focused();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) {
      const next = steps[event.key](at, Picture.order());
      if (next !== undefined) move(next);
    } else if (event.key === "Enter" || event.key === " ") {
      choose(at);
      Card.focus();
    } else return;
    event.preventDefault();
  };
  const pageKeys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const acts = { "/": Search.focus, "+": closer, "-": farther, 0: () => fit(), Escape: Card.close };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const clicked = (event) => {
    if (Camera.wasDragged() || event.target.closest("button")) return;
    const item = event.target.closest('[role="treeitem"]');
    const at = item ? Number(item.dataset.at) : Picture.boxAt(Camera.at(event))?.node.at;
    if (at === undefined) return;
    if (event.target.closest(".lipat")) { fold(at); Picture.setFocus(at); return; }
    choose(at);
    Picture.setFocus(at);
  };

  const layerSwitch = (layer, at) => {
    const box = html("input", { type: "checkbox", value: at });
    box.checked = !state.hidden.has(at);
    return html("label", { class: `l${at}` }, box, html("span", { class: "warna" }), layer.name);
  };
  const switches = () => {
    for (const [id, component] of [["level", false], ["komponen", true]]) {
      const field = byId(id);
      const found = Plan.layers.map((layer, at) => [layer, at]).filter(([layer, at]) =>
        Boolean(layer.component) === component && Plan.nodes.some((node) => node.layer === at));
      field.replaceChildren(field.querySelector("legend"), ...found.map(([layer, at]) => layerSwitch(layer, at)));
      field.hidden = !found.length;
    }
    byId("indikator").checked = state.measures;
  };
  const switched = ({ target }) => {
    if (target.id === "indikator") state.measures = target.checked;
    else if (target.checked) state.hidden.delete(Number(target.value));
    else state.hidden.add(Number(target.value));
    afresh();
  };

  const wire = () => {
    const visit = (at) => { show(at); Card.focus(); };
    const left = () => { Picture.choose(-1); Picture.setFocus(Picture.focused()); };
    Card.on({ goTo: visit, left });
    Search.on({ pick: visit, mark: Picture.mark });
    Picture.tree.addEventListener("keydown", treeKeys);
    document.addEventListener("keydown", pageKeys);
    byId("panggung").addEventListener("click", clicked);
    byId("tampilan").addEventListener("change", switched);
    byId("alat").addEventListener("submit", (event) => event.preventDefault());
    const on = (id, call) => byId(id).addEventListener("click", call);
    on("buka_semua", () => { state.closed.clear(); afresh(); });
    on("tutup_semua", () => { closeBelow(1); afresh(); });
    on("cetak", Print.print);
    on("perbesar", closer);
    on("perkecil", farther);
    on("paskan", () => fit());
  };
  // A page that is watched keeps what is open over its loading again; by codes, since places move.
  const KEPT = "pohon-docs";
  const keep = () => {
    const { hidden, closed, measures, way } = state;
    const codes = [...closed].map((at) => Plan.nodes[at].code);
    const kept = { codes, layers: [...hidden].map((at) => Plan.layers[at].name), measures, way, view: Camera.view };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  };
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (!kept) return false;
    sessionStorage.removeItem(KEPT);
    state.closed = new Set(parents.filter((at) => kept.codes.includes(Plan.nodes[at].code)));
    state.hidden = new Set([...Plan.layers.keys()].filter((at) => kept.layers.includes(Plan.layers[at].name)));
    Object.assign(state, { measures: kept.measures, way: kept.way });
    Object.assign(Camera.view, kept.view);
    lay();
    return true;
  };

  // With conditions, components wait until they are asked for.
  if (Plan.nodes.some((node) => !node.component))
    Plan.layers.forEach((layer, at) => { if (layer.component) state.hidden.add(at); });

  wire();
  addEventListener("pantau", keep);
  const asked = new URLSearchParams(location.hash.slice(1));
  if (!(asked.has("pantau") && restore())) begin();
  switches();
  const code = asked.get("simpul");
  const named = code && Plan.nodes.find((node) => node.code === code && node.target < 0);
  if (named) show(named.at);
  document.documentElement.dataset.siap = "ya";
})();
