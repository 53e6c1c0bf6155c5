// Where the boxes stand: tiers from the top, leaves stacked, components in a list under their node.
const Layout = (() => {
  const WIDTH = 204, PAD = 9, GAP = 18, ROW = 46, LIST = 9, INDENT = 16;
  // From how many on leaves are stacked, and how many stand in one column.
  const WAYS = [[4, 4], [4, 6], [2, 3], [2, 4], [2, 6], [2, 8]].map(([stack, tall]) => ({ stack, tall }));
  const FOLD = 8; // room for the button at the foot of a box
  const FACES = { judul: { size: 13, line: 16.5, weight: "bold" }, ik: { size: 12, line: 15, weight: "normal" } };

  const family = getComputedStyle(document.body).fontFamily;
  const context = document.createElement("canvas").getContext("2d");
  const widths = { judul: new Map(), ik: new Map() };
  const measured = (word, face) => {
    let width = widths[face].get(word);
    if (width === undefined) {
      context.font = `${FACES[face].weight} ${FACES[face].size}px ${family}`;
      width = context.measureText(word).width;
      widths[face].set(word, width);
    }
    return width;
  };

  // Break a text into lines; a word wider than a line is broken where it must be.
  const wrap = (text, face, space) => {
    const room = Math.max(space, FACES[face].size);
    const lines = [];
    const blank = measured(" ", face);
    let line = "", used = 0;
    const close = () => { if (line) lines.push(line); line = ""; used = 0; };
    for (let word of text.split(/\s+/).filter(Boolean)) {
      let width = measured(word, face);
      if (line && used + blank + width > room) close();
      while (width > room) {
        let cut = Math.max(1, Math.floor((word.length * room) / width));
        while (cut > 1 && measured(word.slice(0, cut), face) > room) cut -= 1;
        lines.push(word.slice(0, cut));
        word = word.slice(cut);
        width = measured(word, face);
      }
      used = line ? used + blank + width : width;
      line = line ? `${line} ${word}` : word;
    }
    close();
    return lines.length ? lines : [""];
  };

  const sizes = new Map();
  const sized = (node, measures, width, folds) => {
    const key = `${node.at} ${measures} ${width} ${folds}`;
    if (!sizes.has(key)) {
      const name = node.component && node.code ? `${node.code} ${node.text}` : node.text;
      const title = wrap((!measures && node.short) || name, "judul", width - 2 * PAD);
      const told = measures && node.target < 0 ? node.measures : [];
      const ik = told.flatMap((text, at) =>
        wrap(told.length > 1 ? `IK ${at + 1} : ${text}` : `IK : ${text}`, "ik", width - 2 * PAD));
      const top = title.length * FACES.judul.line + 2 * PAD;
      const height = top + (ik.length ? ik.length * FACES.ik.line + 2 * PAD - 6 : 0) + (folds ? FOLD : 0);
      sizes.set(key, { title, ik, top, width, height });
    }
    return sizes.get(key);
  };

  // What is shown below each node: children, and in the place of a hidden one what is below it.
  const shownBelow = (hidden) => {
    const below = Plan.nodes.map(() => []);
    const gather = (list) => list.flatMap((at) => (hidden.has(Plan.nodes[at].layer) ? below[at] : [at]));
    for (let at = Plan.nodes.length - 1; at >= 0; at -= 1) below[at] = gather(Plan.nodes[at].below);
    const roots = gather(Plan.nodes.filter((node) => node.above < 0).map((node) => node.at));
    return { below, roots };
  };

  // The nodes that stand on the page, parents first, each with its box.
  const opened = ({ below, roots }, { closed, measures }) => {
    const boxes = new Map();
    const stack = roots.map((at, place) => [at, null, place, roots.length]).reverse();
    while (stack.length) {
      const [at, above, place, count] = stack.pop();
      const node = Plan.nodes[at];
      const kids = closed.has(at) ? [] : below[at];
      const listed = above !== null && node.component;
      const depth = listed ? above.listDepth + 1 : 0;
      const width = listed ? WIDTH - 8 : WIDTH;
      const box = {
        node, above, place, count, listed, listDepth: depth, level: above ? above.level + 1 : 1,
        folds: below[at].length, closed: closed.has(at) && below[at].length > 0,
        parts: [], list: [], x: 0, y: 0, ...sized(node, measures, width, below[at].length > 0),
      };
      boxes.set(at, box);
      if (above) (listed ? above.list : above.parts).push(box);
      for (let n = kids.length - 1; n >= 0; n -= 1) stack.push([kids[n], box, n, kids.length]);
    }
    return boxes;
  };

  // A box's block: the box, and below it the list of components with theirs.
  const listing = (box) => box.list.flatMap((one) => [one, ...listing(one)]);
  const block = (box) => {
    box.listing = listing(box);
    box.blockWidth = Math.max(box.width, ...box.listing.map((one) => one.listDepth * INDENT + one.width));
    box.blockHeight = box.listing.reduce((sum, one) => sum + LIST + one.height, box.height);
  };

  const stacks = (box, way) =>
    box.parts.length >= way.stack &&
    box.parts.every((one) => !one.parts.length && one.node.tier === box.parts[0].node.tier);
  const columns = (box, way) => {
    const count = Math.ceil(box.parts.length / way.tall), each = Math.ceil(box.parts.length / count);
    return Array.from({ length: count }, (_, at) => box.parts.slice(at * each, (at + 1) * each));
  };
  const columnWidth = (box) => INDENT + Math.max(...box.parts.map((one) => one.blockWidth));
  const stackHeight = (column) => column.reduce((sum, one) => sum + one.blockHeight + GAP, -GAP);

  const measure = (trees, way) => {
    for (const box of [...trees].reverse()) {
      block(box);
      box.columns = stacks(box, way) ? columns(box, way) : null;
      const inner = box.columns
        ? box.columns.length * (columnWidth(box) + GAP) - GAP
        : box.parts.reduce((sum, one) => sum + one.span + GAP, -GAP);
      box.span = Math.max(box.blockWidth, inner);
      box.inner = Math.max(0, inner);
    }
  };

  // Rows of the page: those of the tiers that are shown, each as high as its highest block.
  const rows = (trees) => {
    const tiers = [...new Set(trees.map((box) => box.node.tier))].sort((a, b) => a - b);
    const row = new Map(tiers.map((tier, at) => [tier, at]));
    const heights = [];
    const take = (at, height) => { heights[at] = Math.max(heights[at] ?? 0, height); };
    for (const box of trees) {
      box.row = Math.max(row.get(box.node.tier), box.above ? box.above.row + 1 : 0);
      if (!box.above?.columns) take(box.row, box.blockHeight);
    }
    for (const box of trees)
      for (const column of box.columns ?? []) take(column[0].row, stackHeight(column));
    let y = 0;
    return Array.from(heights, (height = 0) => { const top = y; y += height + ROW; return { top, height }; });
  };

  const settle = (box, lines) => {
    box.y = lines[box.row].top;
    settleList(box);
    let x = box.left + (box.span - box.inner) / 2;
    for (const column of box.columns ?? []) {
      let y = lines[column[0].row].top;
      for (const one of column) {
        Object.assign(one, { x: x + INDENT, left: x + INDENT, y, stacked: true });
        y += one.blockHeight + GAP;
      }
      x += columnWidth(box) + GAP;
    }
    if (!box.columns) for (const one of box.parts) { one.left = x; x += one.span + GAP; }
  };
  const settleList = (box) => {
    let y = box.y + box.height;
    for (const one of box.listing) {
      y += LIST;
      Object.assign(one, { y, lead: one.listDepth * INDENT });
      y += one.height;
    }
  };
  const middle = (box) => box.x + box.width / 2;
  // Parents over the middle of their children, from the lowest up.
  const centre = (trees) => {
    for (const box of [...trees].reverse()) {
      if (box.stacked) continue;
      const first = box.parts[0], last = box.parts.at(-1);
      const over = box.columns || !first ? box.left + box.span / 2 : (middle(first) + middle(last)) / 2;
      const right = box.left + box.span - box.blockWidth;
      box.x = Math.min(Math.max(box.left, over - box.width / 2), Math.max(box.left, right));
    }
    for (const box of trees) for (const one of box.listing) one.x = box.x + one.lead;
  };

  const line = (...points) => `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}`;
  const joins = (boxes) => {
    const plain = [], dashed = [];
    for (const one of boxes.values()) {
      const above = one.above;
      if (!above) continue;
      const kind = one.node.target < 0 ? plain : dashed;
      const foot = above.y + above.height;
      if (one.listed) {
        const x = above.x + INDENT / 2;
        kind.push(line([x, foot], [x, one.y + 18], [one.x, one.y + 18]));
      } else if (one.stacked) {
        const x = one.x - INDENT / 2, bus = one.top0 - ROW / 2;
        kind.push(line([middle(above), foot], [middle(above), bus], [x, bus], [x, one.y + 18], [one.x, one.y + 18]));
      } else {
        const bus = one.y - ROW / 2;
        kind.push(line([middle(above), foot], [middle(above), bus], [middle(one), bus], [middle(one), one.y]));
      }
    }
    return { plain: plain.join(""), dashed: dashed.join("") };
  };

  // A band for every run of rows of one level.
  const bands = (trees, lines) => {
    const found = [];
    const layers = new Map();
    for (const box of trees) if (!layers.has(box.row)) layers.set(box.row, box.node.layer);
    for (const [row, { top, height }] of lines.entries()) {
      const layer = layers.get(row);
      if (layer === undefined) continue;
      const edge = { top: top - ROW / 2, bottom: top + height + ROW / 2 };
      if (found.at(-1)?.layer === layer) found.at(-1).bottom = edge.bottom;
      else found.push({ layer, ...edge });
    }
    return found;
  };

  // state: hidden layers, closed nodes, whether indicators are told, and the way of stacking.
  const lay = (state) => {
    const boxes = opened(shownBelow(state.hidden), state);
    const trees = [...boxes.values()].filter((box) => !box.listed);
    measure(trees, state.way);
    const lines = rows(trees);
    let left = 0;
    for (const box of trees) {
      if (!box.above) { box.left = left; left += box.span + 2 * GAP; }
      if (!box.stacked) settle(box, lines);
      else settleList(box);
      if (box.stacked) box.top0 = lines[box.row].top;
    }
    centre(trees);
    const bottom = lines.length ? lines.at(-1).top + lines.at(-1).height : 0;
    const width = Math.max(WIDTH, left - 2 * GAP), top = trees.length ? middle(trees[0]) : 0;
    return { boxes, bands: bands(trees, lines), joins: joins(boxes), width, height: bottom, top };
  };

  return { lay, wrap, WAYS, FACES, PAD };
})();
