"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const chart = $("chart");
  const details = $("details");
  const controls = $("controls");
  const rows = [...document.querySelectorAll(".row")];
  const cells = [...document.querySelectorAll("tbody tr")];
  const bands = [...document.querySelectorAll(".bandpart")];
  const folds = [...document.querySelectorAll(".fold")];
  const words = cells.map((tr) => tr.textContent.normalize().toLowerCase());
  const labels = rows.map((row) => row.querySelector("a"));
  const zooms = [1, 1.5, 2, 3, 4, 6, 8];
  const root = document.documentElement;
  let zoom = 1;
  let opened = -1;
  const rowOf = (n) => document.querySelector(`.row[data-n="${n}"]`);

  // What is shown: a row of the chart and its row of the table go together.
  function filter() {
    const sought = $("search").value.normalize().toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = ["project", "theme", "actor", "role"].filter((key) => $(key).value !== "");
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = chosen.every((key) => (row.dataset[key] ?? "") === $(key).value.slice(1)) &&
        (!$("critical").checked || row.dataset.critical === "1") &&
        sought.every((word) => words[i].includes(word));
      row.hidden = cells[i].hidden = !fits;
      shown += fits ? 1 : 0;
    });
    for (const band of bands) {
      band.hidden = !band.querySelector(".row:not([hidden])");
    }
    // What is asked for shows; without a question what was folded is folded again.
    const asks = chosen.length > 0 || sought.length > 0 || $("critical").checked;
    for (const fold of folds) fold.open = asks ? Boolean(fold.querySelector(".row:not([hidden])")) : "open" in fold.dataset;
    for (const past of document.querySelectorAll(".past")) past.hidden = !past.querySelector(".row:not([hidden])");
    const { none, shown: some } = $("status").dataset;
    $("status").textContent = shown === 0 ? none : some.replace("{n}", shown).replace("{all}", rows.length);
    rove(visible()[0]);
  }

  function unfold() {
    for (const fold of folds) fold.open = true;
    rove(visible()[0]);
  }

  function reset() {
    for (const id of ["search", "project", "theme", "actor", "role"]) $(id).value = "";
    $("critical").checked = false;
    filter();
  }

  // Rows that can be reached: neither filtered away nor in a folded band.
  function visible() {
    return labels.filter((label) => label.checkVisibility());
  }

  // One row at a time is in the order of the tab key; arrows move among them.
  function rove(to) {
    for (const label of labels) label.tabIndex = -1;
    if (to) to.tabIndex = 0;
  }

  function step(event) {
    const all = visible();
    const at = all.indexOf(event.target.closest(".row > a"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (at < 0 || to === undefined || all.length === 0) return;
    event.preventDefault();
    const next = all[Math.min(Math.max(to, 0), all.length - 1)];
    rove(next);
    next.focus({ preventScroll: true });
    next.closest(".row").scrollIntoView({ block: "nearest", inline: "nearest" });
    if (opened >= 0) show(Number(next.closest(".row").dataset.n), false);
  }

  // The width of the time axis: as much as there is room for, times the zoom.
  function fit() {
    const left = parseFloat(getComputedStyle(root).getPropertyValue("--l"));
    const room = Math.max(chart.clientWidth - left, chart.dataset.years * 130);
    const before = chart.scrollLeft / Math.max(chart.scrollWidth, 1);
    root.style.setProperty("--w", Math.floor(room * zoom) + "px");
    chart.scrollLeft = before * chart.scrollWidth;
    $("zoomout").disabled = zoom <= zooms[0];
    $("zoomin").disabled = zoom >= zooms.at(-1);
  }

  const closer = () => setZoom(zooms.find((z) => z > zoom + 0.01) ?? zooms.at(-1));
  const further = () => setZoom(zooms.findLast((z) => z < zoom - 0.01));

  function setZoom(to) {
    zoom = Math.min(Math.max(to ?? 1, zooms[0]), zooms.at(-1));
    fit();
  }

  // The chart opens at the day that it is seen from, as near as what is left of it has room.
  function openAtToday() {
    const today = parseFloat(chart.dataset.today) / 100;
    const whole = parseFloat(root.style.getPropertyValue("--w"));
    const room = chart.clientWidth - (chart.querySelector(".inner").clientWidth - whole);
    setZoom(room / whole / (1 - today));
    chart.scrollLeft = today * whole * zoom - 12;
  }

  // What is told of a row, and of its section, moves into the panel and back: it stands
  // in the page once.
  function put(element, into) {
    if (!element) return;
    element.home ??= element.parentElement;
    (into ?? element.home).append(element);
  }

  function putBack() {
    for (const element of [...$("detailsbody").children]) put(element);
  }

  function show(n, focus) {
    putBack();
    const told = $("n" + n);
    $("detailstitle").textContent = told.previousElementSibling?.textContent ?? "";
    put(told, $("detailsbody"));
    for (const link of details.querySelectorAll("[data-part]")) {
      link.href = "#n" + n + "-" + link.dataset.part;
      link.hidden = !document.querySelector(link.hash);
    }
    if (told.dataset.section) put($(told.dataset.section), $("detailsbody"));
    details.hidden = false;
    details.scrollTop = 0;
    makeRoom(true);
    if (opened >= 0) rowOf(opened).classList.remove("open");
    opened = n;
    rowOf(n).classList.add("open");
    bringIntoView(rowOf(n));
    if (focus) $("close").focus();
  }

  // The details stand beside the chart where there is room for both.
  function makeRoom(open) {
    if (document.body.classList.contains("aside") === open) return;
    document.body.classList.toggle("aside", open);
    fit();
  }

  // Scrolls the chart to the row and, along the time axis, to its bar.
  function bringIntoView(row) {
    row.scrollIntoView({ block: "nearest", inline: "nearest" });
    const shape = row.querySelector(".bar, .point");
    if (!shape) return;
    const at = shape.getBoundingClientRect();
    const room = row.querySelector("a").getBoundingClientRect();
    const right = chart.getBoundingClientRect().right;
    if (at.left < room.right || at.left > right - 20) chart.scrollLeft += at.left - (room.right + right) / 2;
  }

  function close() {
    if (opened < 0) return;
    const row = rowOf(opened);
    const label = row.querySelector("a");
    putBack();
    row.classList.remove("open");
    details.hidden = true;
    opened = -1;
    makeRoom(false);
    if (label.checkVisibility()) {
      rove(label);
      label.focus();
    }
  }

  // A link to what is told of a row opens the panel at the place.
  function follow(event) {
    const row = event.target.closest(".row");
    const link = event.target.closest('a[href^="#n"]');
    const [, n, part] = link?.getAttribute("href").match(/^#n(\d+)(-\w+)?$/) ?? [];
    if (!row && n === undefined) return;
    event.preventDefault();
    show(Number(n ?? row.dataset.n), !part);
    if (part) {
      const place = $("n" + n + part);
      place.tabIndex = -1;
      place.focus();
    }
  }

  document.addEventListener("click", follow);
  document.addEventListener("toggle", () => rove(visible()[0]), true);
  chart.addEventListener("keydown", step);
  controls.addEventListener("input", filter);
  controls.addEventListener("submit", (event) => event.preventDefault());
  $("unfold").addEventListener("click", unfold);
  $("reset").addEventListener("click", reset);
  $("zoomin").addEventListener("click", closer);
  $("zoomout").addEventListener("click", further);
  $("zoomall").addEventListener("click", () => setZoom(1));
  $("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      $("search").focus();
    }
    if (event.key === "+") closer();
    if (event.key === "-") further();
    if (event.key === "0") setZoom(1);
  });
  window.addEventListener("resize", fit);
  controls.hidden = false;
  fit();
  filter();
  openAtToday();
})();
