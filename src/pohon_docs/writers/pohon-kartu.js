// The card of a node: its wording and where it came from, findings, targets over the years, partners.
const Card = (() => {
  const panel = document.getElementById("kartu");
  let opened = -1, goTo = () => {}, left = () => {};

  const source = (place) => {
    if (!place?.text) return null;
    const [tag, href] = place.link ? ["a", place.link] : ["span", null];
    return html(tag, { class: "sel", href }, place.text);
  };
  const section = (title, ...parts) => html("section", {}, html("h3", {}, title), ...parts);
  const facts = (list) => {
    if (!list.length) return null;
    const rows = list.flatMap(({ label, text, place }) =>
      [html("dt", {}, label), html("dd", {}, text, text ? " " : "", source(place))]);
    return html("dl", {}, ...rows);
  };

  const table = ({ label, points }) => {
    const head = [Plan.say("tahun"), label, Plan.say("sel")].map((text) => html("th", { scope: "col" }, text));
    const rows = points.map((p) =>
      html("tr", {}, html("th", { scope: "row" }, p.label), html("td", {}, p.text), html("td", {}, source(p.place))));
    return html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows));
  };
  const values = (several, name, bars) => [
    Chart.draw(several, Plan.say("grafik", { nama: several[0]?.label ?? "", indikator: name }), bars),
    ...several.map(table),
  ];

  const finding = (one) =>
    html("li", {},
      html("p", { class: "kop" },
        html("span", { class: one.severity }, one.severity), " ",
        html("b", {}, one.title), " ", html("code", {}, one.code)),
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
    const name = `${node.code} ${node.text}`.trim();
    const button = html("button", { type: "button", class: `leluhur l${node.layer}` }, name);
    button.addEventListener("click", () => goTo(at));
    return button;
  };

  const body = (node) => {
    if (node.target >= 0) return [section(Plan.say("rujukan"), leap(node.target))];
    const card = Plan.card(node.at);
    const { findings, measures, money, partners } = card;
    const none = [html("p", {}, Plan.say("tanpa_indikator"))];
    return [
      card.place && html("p", { class: "asal" }, `${Plan.say("asal")}: ${Plan.book} › `, source(card.place)),
      findings.length && section(`${Plan.say("temuan")} (${findings.length})`,
        html("ol", { class: "temuan" }, ...findings.map(finding))),
      section(Plan.say("indikator_target"), ...(measures.length ? measures.map(measure) : none)),
      money.length && section(Plan.say("pagu"), ...values(money, node.text, true)),
      partners.length && section(Plan.say("mitra"), ...partners.map(partner)),
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
    const said = [Plan.layers[node.layer].name, node.code].filter(Boolean).join(" · ");
    const level = html("p", { class: `tingkat l${node.layer}` }, said);
    panel.replaceChildren(html("header", {}, level, shut, title), ...body(node));
    panel.hidden = false;
    panel.scrollTop = 0;
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    event.stopPropagation();
  });

  return {
    open, close,
    focus: () => document.getElementById("judul-kartu")?.focus({ preventScroll: true }),
    on: (calls) => { ({ goTo, left } = calls); },
  };
})();
