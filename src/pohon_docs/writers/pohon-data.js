"use strict";
// The plan that stands in the page as JSON, unpacked; and the way text comes onto the page.
const Plan = (() => {
  const raw = JSON.parse(document.getElementById("data").textContent);

  const place = (short, near) => {
    if (!short) return null;
    const whole = short.includes("!") ? short : near.replace(/[A-Z]+(?=\d+$)/, short);
    const [sheet, cell] = whole.split("!");
    const name = raw.lembar[sheet];
    const quoted = encodeURIComponent(`'${name.replaceAll("'", "''")}'!${cell}`);
    return { text: `${name}!${cell}`, link: raw.salinan && `${raw.salinan}#${quoted}` };
  };
  const facts = (list, near) =>
    (list ?? []).map(([label, text, ref]) => ({ label: raw.label[label], text, place: place(ref, near) }));
  // A text that is plainly a number is one, unless numbers are told beside the texts.
  const plain = (text) => (/^[0-9]+(,[0-9]+)?$/.test(text) ? Number(text.replace(",", ".")) : null);
  const series = (list, near) =>
    (list ?? []).map(([label, axis, texts, numbers]) => ({
      label: raw.label[label],
      points: raw.sumbu[axis].map(([name, ref], at) => ({
        label: raw.label[name], text: texts[at], place: place(ref, near),
        number: numbers ? numbers[at] : plain(texts[at]),
      })),
    }));

  const nodes = raw.simpul.map((one, at) => ({
    at,
    layer: one.l,
    component: Boolean(raw.lapis[one.l][1]),
    code: one.c ?? "",
    text: one.u ?? "",
    short: one.j ?? "",
    tier: one.t ?? 0,
    above: one.i ?? -1,
    target: one.r ?? -1,
    measures: (one.m ?? []).map((measure) => measure.u),
    findings: one.e ?? [],
    below: [],
  }));
  for (const node of nodes) if (node.above >= 0) nodes[node.above].below.push(node.at);

  // What only an open card tells is unpacked when it is opened.
  const card = (at) => {
    const one = raw.simpul[at];
    return {
      place: place(one.a),
      facts: facts(one.f, one.a),
      money: series(one.p, one.a),
      partners: (one.n ?? []).map((partner) => ({
        name: partner.u, place: place(partner.a), facts: facts(partner.f, partner.a),
      })),
      measures: (one.m ?? []).map((measure) => ({
        text: measure.u, place: place(measure.a),
        facts: facts(measure.f, measure.a), series: series(measure.d, measure.a),
      })),
      findings: (one.e ?? []).map((number) => {
        const [severity, code, title, message, hint, basis, cell, link] = raw.temuan[number];
        return { severity, code, title, message, hint, basis, place: { text: cell, link } };
      }),
    };
  };

  const severities = ["galat", "peringatan", "saran"];
  const worst = (node) =>
    severities.find((one) => node.findings.some((number) => raw.temuan[number][0] === one)) ?? "";
  const say = (name, values = {}) =>
    raw.kata[name].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  // How a text is searched: without capitals and accents.
  const lower = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("id");

  return { nodes, layers: raw.lapis.map(([name, component]) => ({ name, component })), book: raw.buku, card, worst, say, lower };
})();

// An element with attributes and children; a string is always a text, never markup.
const make = (space) => (tag, attributes = {}, ...children) => {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
};
const html = make("http://www.w3.org/1999/xhtml");
const svg = make("http://www.w3.org/2000/svg");
