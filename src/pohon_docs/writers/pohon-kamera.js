// Pan and zoom: which part of the plane the stage shows. Calls `changed` after every move.
const Camera = (() => {
  const stage = document.getElementById("panggung");
  const MIN = 0.004, MAX = 2.5;
  const view = { x: 0, y: 0, scale: 1 };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let changed = () => {}, asked = 0, moving = 0;

  const tell = () => { asked ||= requestAnimationFrame(() => { asked = 0; changed(view); }); };
  const size = () => ({ width: stage.clientWidth, height: stage.clientHeight });
  const zoom = (by, at = { x: size().width / 2, y: size().height / 2 }) => {
    const scale = Math.min(MAX, Math.max(MIN, view.scale * by));
    const real = scale / view.scale;
    Object.assign(view, { x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real, scale });
    tell();
  };
  const pan = (x, y) => { view.x += x; view.y += y; tell(); };
  const go = (to) => {
    cancelAnimationFrame(moving);
    if (calm.matches) { Object.assign(view, to); tell(); return; }
    const from = { ...view }, start = performance.now();
    const step = (now) => {
      const part = Math.min(1, (now - start) / 180), ease = part * (2 - part);
      for (const key of ["x", "y", "scale"]) view[key] = from[key] + (to[key] - from[key]) * ease;
      changed(view);
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  };

  // Show a whole picture, never larger than life; where `least` is too large for that, its top.
  const fit = (picture, margin, least = MIN) => {
    const { width, height } = size();
    const room = { width: width - margin.left - 32, height: height - 72 };
    const whole = Math.min(1, room.width / picture.width, room.height / picture.height);
    const scale = Math.max(least, whole);
    const middle = picture.width * scale > room.width ? picture.top : picture.width / 2;
    const y = 28 + (room.height - picture.height * scale) / 2;
    return { x: margin.left + 16 + room.width / 2 - middle * scale, y: Math.min(Math.max(28, y), 72), scale };
  };
  // Move as little as brings a box into view, at a size that can be read.
  const reveal = (box, margin) => {
    const { width, height } = size();
    const scale = view.scale < 0.55 ? 0.85 : view.scale;
    const edge = { left: margin.left + 24, right: width - 24, top: 28, bottom: height - 28 };
    const near = { x: view.x * (scale / view.scale), y: view.y * (scale / view.scale) };
    if (scale !== view.scale) {
      near.x = (edge.left + edge.right) / 2 - (box.x + box.width / 2) * scale;
      near.y = (edge.top + edge.bottom) / 2 - (box.y + box.height / 2) * scale;
    }
    const into = (at, low, high, from, to) => Math.min(Math.max(at, from - low), Math.max(to - high, from - low));
    go({
      scale,
      x: into(near.x, box.x * scale, (box.x + box.width) * scale, edge.left, edge.right),
      y: into(near.y, box.y * scale, (box.y + box.height) * scale, edge.top, edge.bottom),
    });
  };

  const fingers = new Map();
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, far: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const at = (event) => {
    const edge = stage.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  };
  let dragged = 0;
  const move = (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = fingers.size === 2 ? spread() : fingers.get(event.pointerId);
    fingers.set(event.pointerId, at(event));
    const after = fingers.size === 2 ? spread() : fingers.get(event.pointerId);
    dragged += Math.hypot(after.x - before.x, after.y - before.y);
    if (dragged > 4 && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    pan(after.x - before.x, after.y - before.y);
    if (fingers.size === 2) zoom(after.far / before.far, after);
  };
  const drop = (event) => fingers.delete(event.pointerId);
  stage.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("button")) return;
    if (!fingers.size) dragged = 0;
    if (fingers.size < 2) fingers.set(event.pointerId, at(event));
  });
  stage.addEventListener("pointermove", move);
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) stage.addEventListener(name, drop);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (event.shiftKey) pan(-(event.deltaY || event.deltaX), 0);
    else if (event.deltaX && !event.ctrlKey) pan(-event.deltaX, -event.deltaY);
    else zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), at(event));
  }, { passive: false });
  new ResizeObserver(tell).observe(stage);

  return {
    view, zoom, pan, go, fit, reveal, size, at,
    wasDragged: () => dragged > 4,
    onChange: (call) => { changed = call; },
  };
})();
