"use strict";
(() => {
  const form = document.getElementById("saring");
  if (!form) return;
  const lower = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("id");
  const rows = [...document.querySelectorAll(".baris")].map((row) => ({
    row,
    picture: lower(row.querySelector(".gambar")?.textContent ?? ""),
    found: [...row.querySelectorAll(".temuan")].map((item) => ({ item, text: lower(item.textContent) })),
  }));
  const total = rows.reduce((sum, one) => sum + one.found.length, 0);
  const told = document.getElementById("tampak");
  const none = document.getElementById("tiada");
  const sentence = told.dataset.kalimat;

  const filter = () => {
    const asked = new FormData(form);
    const severities = new Set(asked.getAll("keparahan"));
    const sheet = asked.get("lembar");
    const theme = asked.get("tema");
    const terms = lower(asked.get("cari")).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, picture, found } of rows) {
      let shown = 0;
      for (const { item, text } of found) {
        const fits =
          severities.has(item.dataset.keparahan) &&
          (!sheet || item.dataset.lembar === sheet) &&
          (!theme || item.dataset.tema === theme) &&
          terms.every((term) => text.includes(term) || picture.includes(term));
        item.hidden = !fits;
        shown += fits;
      }
      row.hidden = !shown;
      count += shown;
    }
    told.textContent = sentence.replace("{tampak}", count).replace("{jumlah}", total);
    none.hidden = count > 0;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.getElementById("cetak").addEventListener("click", () => window.print());
  form.hidden = false;
  filter();
})();
