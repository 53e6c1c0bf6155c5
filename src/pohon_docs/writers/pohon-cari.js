// Search over codes, wordings and indicators; results lead to their node.
const Search = (() => {
  const MOST = 60;
  const field = document.getElementById("cari");
  const list = document.getElementById("hasil");
  const status = document.getElementById("status");
  const full = Plan.nodes.filter((node) => node.target < 0);
  let texts = null, pick = () => {}, mark = () => {};

  const terms = () => Plan.lower(field.value).split(/\s+/).filter(Boolean);
  const found = (words) => {
    texts ??= full.map((node) => Plan.lower([node.code, node.text, node.short, ...node.measures].join(" ")));
    return full.filter((node, at) => words.every((word) => texts[at].includes(word)));
  };
  const item = (node) => {
    const button = html("button", { type: "button", class: `l${node.layer}`, "data-at": node.at },
      html("b", {}, node.code || Plan.layers[node.layer].name), " ", node.text);
    button.addEventListener("click", () => { close(); pick(node.at); });
    return html("li", {}, button);
  };
  const told = (count) => {
    if (!count) return Plan.say("tidak_ditemukan");
    return Plan.say(count > MOST ? "ditemukan_banyak" : "ditemukan", { jumlah: count, tampak: MOST });
  };
  const open = (shown) => { list.hidden = !shown; };
  const close = () => open(false);
  const run = () => {
    const words = terms();
    const nodes = words.length ? found(words) : [];
    mark(new Set(nodes.map((node) => node.at)));
    list.replaceChildren(...nodes.slice(0, MOST).map(item));
    if (words.length) list.prepend(html("li", { class: "jumlah" }, told(nodes.length)));
    status.textContent = words.length ? told(nodes.length) : "";
    open(words.length > 0);
  };
  const buttons = () => [...list.querySelectorAll("button")];
  const keys = (event) => {
    const all = buttons(), at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next !== undefined && all.length) {
      event.preventDefault();
      (next < 0 ? field : all[Math.min(next, all.length - 1)]).focus();
    } else if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      all[0]?.click();
    } else if (event.key === "Escape") {
      if (list.hidden) field.value = "";
      if (!field.value) run();
      close();
      field.focus();
    }
  };
  field.addEventListener("input", run);
  field.addEventListener("focus", () => { if (field.value.trim()) open(true); });
  document.getElementById("pencarian").addEventListener("keydown", keys);
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#pencarian")) close(); });

  return { focus: () => { field.focus(); field.select(); }, on: (calls) => { ({ pick, mark } = calls); } };
})();
