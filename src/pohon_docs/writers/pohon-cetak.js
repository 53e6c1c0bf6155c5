// Printing: the very pages of the tree's PDF, unpacked beforehand, each on paper of its own size.
const Print = (() => {
  const home = document.getElementById("cetakan");
  const sheet = document.styleSheets[0];
  let text = "";

  const unpack = async () => {
    if (!window.DecompressionStream) return;
    const packed = atob(document.getElementById("halaman").textContent);
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    text = await new Response(plain).text();
  };
  const ready = unpack();

  const sizes = new Map();
  const paper = (width, height) => {
    const key = `${width} ${height}`;
    if (!sizes.has(key)) {
      const name = `kertas${sizes.size}`;
      sheet.insertRule(`@page ${name}{size:${width}pt ${height}pt;margin:0}`, sheet.cssRules.length);
      sizes.set(key, name);
    }
    return sizes.get(key);
  };
  const page = (picture) => {
    const { width, height } = picture.viewBox.baseVal;
    const leaf = html("div", { class: "lembar" }, picture);
    leaf.style.page = paper(width, height);
    leaf.style.height = `${height - 1}pt`;
    picture.setAttribute("height", `${height - 1}pt`);
    return leaf;
  };
  const fill = () => {
    if (!text) { home.replaceChildren(Plan.say("tidak_dapat_cetak")); return; }
    const pages = new DOMParser().parseFromString(text, "application/xml").documentElement;
    for (const named of pages.querySelectorAll("[id]")) named.removeAttribute("id");
    home.replaceChildren(...[...pages.children].map((one) => page(document.importNode(one, true))));
  };
  addEventListener("beforeprint", fill);
  addEventListener("afterprint", () => home.replaceChildren());
  ready.then(() => { document.documentElement.dataset.cetak = "siap"; });

  return { print: () => ready.then(() => window.print()) };
})();
