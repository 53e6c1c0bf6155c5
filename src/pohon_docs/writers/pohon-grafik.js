// A small chart over the years: the first series as a line or as bars, the others as points.
const Chart = (() => {
  const WIDTH = 340, HEIGHT = 132, TOP = 24, FOOT = 108;
  const short = new Intl.NumberFormat("id", { notation: "compact", maximumFractionDigits: 1 });
  const counted = (one) => one.points.filter((point) => point.number != null);

  const scales = (series, years, bars) => {
    const numbers = series.flatMap(counted).map((point) => point.number);
    const high = Math.max(...numbers), low = bars ? Math.min(0, ...numbers) : Math.min(...numbers);
    const step = WIDTH / years.length;
    const share = (value) => (high === low ? 0.5 : (value - low) / (high - low));
    return {
      step,
      x: (point) => step * (years.indexOf(point.label) + 0.5),
      y: (point) => FOOT - 6 - share(point.number) * (FOOT - TOP - 6),
    };
  };
  const bar = ({ x, y, step }) => (point) =>
    svg("rect", { x: x(point) - step * 0.3, width: step * 0.6, y: y(point), height: FOOT - y(point) });
  const dot = ({ x, y }) => (point) => svg("circle", { cx: x(point), cy: y(point), r: 3.5 });
  const line = ({ x, y }, points) =>
    svg("polyline", { points: points.map((point) => `${x(point)},${y(point)}`).join(" ") });
  const value = ({ x, y }, bars) => (point) => {
    const said = bars ? short.format(point.number) : point.text.slice(0, 9);
    return svg("text", { x: x(point), y: y(point) - 8, "text-anchor": "middle" }, said);
  };
  const first = (one, scale, bars) => {
    const points = counted(one);
    const drawn = bars ? points.map(bar(scale)) : [line(scale, points), ...points.map(dot(scale))];
    return svg("g", { class: "deret d0" }, ...drawn, ...points.map(value(scale, bars)));
  };

  // Nothing is drawn of fewer than two numbers.
  const draw = (series, title, bars) => {
    const years = [...new Set(series.flatMap(counted).map((point) => point.label))];
    if (years.length < 2) return null;
    const scale = scales(series, years, bars);
    const label = (year) =>
      svg("text", { class: "tahun", x: scale.x({ label: year }), y: FOOT + 16, "text-anchor": "middle" }, year);
    const [main, ...others] = series;
    return svg(
      "svg",
      { class: "grafik", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title },
      svg("line", { class: "dasar", x1: 0, x2: WIDTH, y1: FOOT, y2: FOOT }),
      ...years.map(label),
      first(main, scale, bars),
      ...others.map((one, at) => svg("g", { class: `deret d${at + 1}` }, ...counted(one).map(dot(scale)))),
    );
  };
  return { draw };
})();
