// The card of a node: its wording and where it came from, findings, targets over the years, partners.
const Card = (() => {
  const panel = document.getElementById("kartu");
  const short = new Intl.NumberFormat("id", { notation: "compact", maximumFractionDigits: 1 });
  let opened = -1, goTo = () => {}, left = () => {};

  const source = (place) => {
    if (!place?.text) return null;
    return place.link ? html("a", { class: "sel", href: place.link }, place.text) : html("span", { class: "sel" }, place.text);
  };
  const section = (title, ...parts) => html("section", {}, html("h3", {}, title), ...parts);
  const facts = (list) => {
    if (!list.length) return null;
    const rows = list.flatMap(({ label, text, place }) =>
      [html("dt", {}, label), html("dd", {}, text, text ? " " : "", source(place))]);
    return html("dl", {}, ...rows);
  };

  // Values over the years: those of the first series as a line or as bars, the others as points.
  const chart = (several, title, bars) => {
    const years = [...new Set(several.flatMap((one) => one.points.filter((p) => p.number != null).map((p) => p.label)))];
    if (years.length < 2) return null;
    const numbers = several.flatMap((one) => one.points).map((p) => p.number).filter((n) => n != null);
    const high = Math.max(...numbers), low = bars ? Math.min(0, ...numbers) : Math.min(...numbers);
    const width = 340, height = 132, top = 24, foot = 108, step = width / years.length;
    const x = (label) => step * (years.indexOf(label) + 0.5);
    const y = (value) => (high === low ? (top + foot) / 2 : foot - 6 - ((value - low) / (high - low)) * (foot - top - 6));
    const picture = svg("svg", { class: "grafik", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
    picture.append(svg("line", { class: "dasar", x1: 0, x2: width, y1: foot, y2: foot }));
    for (const year of years)
      picture.append(svg("text", { class: "tahun", x: x(year), y: foot + 16, "text-anchor": "middle" }, year));
    several.forEach((one, at) => {
      const points = one.points.filter((p) => p.number != null);
      const group = svg("g", { class: `deret d${at}` });
      if (bars && at === 0)
        for (const p of points) group.append(svg("rect", { x: x(p.label) - step * 0.3, width: step * 0.6, y: y(p.number), height: foot - y(p.number) }));
      else {
        if (at === 0) group.append(svg("polyline", { points: points.map((p) => `${x(p.label)},${y(p.number)}`).join(" ") }));
        for (const p of points) group.append(svg("circle", { cx: x(p.label), cy: y(p.number), r: 3.5 }));
      }
      if (at === 0)
        for (const p of points) group.append(svg("text", { x: x(p.label), y: y(p.number) - 8, "text-anchor": "middle" }, bars ? short.format(p.number) : p.text.slice(0, 9)));
      picture.append(group);
    });
    return picture;
  };
  const table = ({ label, points }) => {
    const head = [Plan.say("tahun"), label, Plan.say("sel")].map((text) => html("th", { scope: "col" }, text));
    const rows = points.map((p) =>
      html("tr", {}, html("th", { scope: "row" }, p.label), html("td", {}, p.text), html("td", {}, source(p.place))));
    return html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows));
  };
  const values = (several, name, bars) => [
    chart(several, Plan.say("grafik", { nama: several[0]?.label ?? "", indikator: name }), bars),
    ...several.map(table),
  ];

  const finding = (one) =>
    html("li", {},
      html("p", { class: "kop" }, html("span", { class: one.severity }, one.severity), " ", html("b", {}, one.title), " ", html("code", {}, one.code)),
      html("p", {}, one.message, " ", source(one.place)),
      one.hint && html("p", {}, html("b", {}, Plan.say("saran")), ` ${one.hint}`),
      one.basis && html("p", { class: "dasar" }, `${Plan.say("dasar")} ${one.basis}`));
  const measure = (one, at, all) =>
    html("article", {},
      html("h4", {}, all.length > 1 ? `${at + 1}. ${one.text}` : one.text, " ", source(one.place)),
      facts(one.facts), ...values(one.series, one.text, false));
  const partner = (one) =>
    html("article", {}, html("h4", {}, one.name, " ", source(one.place)), facts(one.facts));
  const leap = (at) => {
    const node = Plan.nodes[at];
    const button = html("button", { type: "button", class: `leluhur l${node.layer}` }, `${node.code} ${node.text}`.trim());
    button.addEventListener("click", () => goTo(at));
    return button;
  };

  const body = (node) => {
    if (node.target >= 0) return [section(Plan.say("rujukan"), leap(node.target))];
    const card = Plan.card(node.at);
    return [
      card.place && html("p", { class: "asal" }, `${Plan.say("asal")}: `, source(card.place)),
      card.findings.length && section(`${Plan.say("temuan")} (${card.findings.length})`, html("ol", { class: "temuan" }, ...card.findings.map(finding))),
      section(Plan.say("indikator_target"), ...(card.measures.length ? card.measures.map(measure) : [html("p", {}, Plan.say("tanpa_indikator"))])),
      card.money.length && section(Plan.say("pagu"), ...values(card.money, node.text, true)),
      card.partners.length && section(Plan.say("mitra"), ...card.partners.map(partner)),
      card.facts.length && section(Plan.say("isian"), facts(card.facts)),
      node.above >= 0 && section(Plan.say("induk"), leap(node.above)),
      node.below.length && section(Plan.say("anak"), html("div", { class: "anak" }, ...node.below.map(leap))),
    ].filter(Boolean);
  };

  const close = () => {
    if (opened < 0) return false;
    opened = -1;
    panel.hidden = true;
    panel.replaceChildren();
    left();
    return true;
  };
  const open = (at) => {
    const node = Plan.nodes[at];
    opened = at;
    const shut = html("button", { type: "button", class: "tutup", "aria-label": Plan.say("tutup_kartu") }, "×");
    shut.addEventListener("click", close);
    const title = html("h2", { id: "judul-kartu", tabindex: "-1" }, node.text);
    const level = html("p", { class: `tingkat l${node.layer}` }, `${Plan.layers[node.layer].name}${node.code && ` · ${node.code}`}`);
    panel.replaceChildren(html("header", {}, level, shut, title), ...body(node));
    panel.hidden = false;
    panel.scrollTop = 0;
  };
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); event.stopPropagation(); } });

  return {
    open, close,
    focus: () => document.getElementById("judul-kartu")?.focus({ preventScroll: true }),
    width: () => (panel.hidden || getComputedStyle(panel).position !== "absolute" ? 0 : 0),
    on: (calls) => { ({ goTo, left } = calls); },
  };
})();
