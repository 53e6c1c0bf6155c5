"use strict";
(() => {
  const form = document.getElementById("saring");
  const list = document.getElementById("daftar");
  const told = document.getElementById("tampak");
  const none = document.getElementById("tiada");
  const lower = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("id");
  const units = [...list.querySelectorAll("article")].map((item, at) => ({
    item, at, text: lower(`${item.querySelector("h2").textContent} ${item.querySelector(".buku").textContent}`),
  }));

  const filter = () => {
    const asked = new FormData(form);
    const terms = lower(asked.get("cari")).split(/\s+/).filter(Boolean);
    const state = asked.get("keadaan");
    let count = 0;
    for (const { item, text } of units) {
      const fits = (!state || item.dataset.keadaan === state) && terms.every((term) => text.includes(term));
      item.hidden = !fits;
      count += fits;
    }
    told.textContent = told.dataset.kalimat.replace("{tampak}", count).replace("{jumlah}", units.length);
    none.hidden = count > 0;
  };
  const sort = () => {
    const order = form.urutan.value;
    const value = ({ item }) => Number(item.dataset[order] ?? 0);
    const sorted = [...units].sort((a, b) => value(b) - value(a) || a.at - b.at);
    list.prepend(...sorted.map(({ item }) => item));
  };

  for (const name of ["input", "change"]) form.addEventListener(name, filter);
  form.urutan.addEventListener("change", sort);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, select")) return;
    event.preventDefault();
    form.cari.focus();
  });
  form.hidden = false;
  filter();
})();
