// Live reload, for who watches the workbooks: where the address ends in #pantau, the page looks
// once a second at the picture versi.svg beside it and loads itself again when its size changes.
// A picture can't run, needs no server, and works from a folder as well as from localhost.
(() => {
  const watching = () => new URLSearchParams(location.hash.slice(1)).has("pantau");
  if (!watching()) return;
  for (const link of document.querySelectorAll('a[href$=".html"]')) link.hash = "pantau";

  let known = "";
  const look = () => {
    const picture = new Image();
    picture.onload = () => {
      const version = `${picture.naturalWidth}x${picture.naturalHeight}`;
      if (known && version !== known && watching()) {
        dispatchEvent(new Event("pantau"));
        location.reload();
      }
      known = version;
    };
    picture.src = `versi.svg?${Date.now()}`;
  };
  look();
  setInterval(() => document.hidden || look(), 1000);
})();
