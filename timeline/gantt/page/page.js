"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const chart = $("chart");
  const details = $("details");
  const controls = $("controls");
  const rows = [...document.querySelectorAll(".row")];
  const cells = [...document.querySelectorAll("tbody tr")];
  const bands = [...document.querySelectorAll(".bandpart")];
  const words = cells.map((tr) => tr.textContent.normalize().toLowerCase());
  const buttons = rows.map((row) => row.querySelector("button"));
  const zooms = [1, 1.5, 2, 3, 4, 6, 8];
  const root = document.documentElement;
  let zoom = 0;
  let opened = -1;

  // What is shown: a row of the chart and its row of the table go together.
  function filter() {
    const sought = $("search").value.normalize().toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = ["project", "theme", "actor", "role"].filter((key) => $(key).value !== "");
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = chosen.every((key) => row.dataset[key] === $(key).value.slice(1)) &&
        (!$("critical").checked || row.dataset.critical === "1") &&
        sought.every((word) => words[i].includes(word));
      row.hidden = cells[i].hidden = !fits;
      shown += fits ? 1 : 0;
    });
    for (const band of bands) {
      band.hidden = !band.querySelector(".row:not([hidden])");
    }
    $("status").textContent = shown === 0 ? data.none : data.shown.replace("{n}", shown).replace("{all}", rows.length);
    rove(visible()[0]);
  }

  function reset() {
    for (const id of ["search", "project", "theme", "actor", "role"]) $(id).value = "";
    $("critical").checked = false;
    filter();
  }

  // Rows that can be reached: neither filtered away nor in a folded band.
  function visible() {
    return buttons.filter((button) => button.offsetParent !== null);
  }

  // One row at a time is in the order of the tab key; arrows move among them.
  function rove(to) {
    for (const button of buttons) button.tabIndex = -1;
    if (to) to.tabIndex = 0;
  }

  function step(event) {
    const all = visible();
    const at = all.indexOf(event.target.closest(".row > button"));
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
    const labels = parseFloat(getComputedStyle(root).getPropertyValue("--l"));
    const room = Math.max(chart.clientWidth - labels, data.years * 130);
    const before = chart.scrollLeft / Math.max(chart.scrollWidth, 1);
    root.style.setProperty("--w", Math.floor(room * zooms[zoom]) + "px");
    chart.scrollLeft = before * chart.scrollWidth;
    $("zoomout").disabled = zoom === 0;
    $("zoomin").disabled = zoom === zooms.length - 1;
  }

  function setZoom(to) {
    zoom = Math.min(Math.max(to, 0), zooms.length - 1);
    fit();
  }

  // All text goes in as text: nothing of a plan is ever read as markup.
  function add(parent, name, text, className) {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    parent.append(element);
    return element;
  }

  function list(parent, pairs) {
    const dl = add(parent, "dl");
    for (const [term, text] of pairs) {
      add(dl, "dt", term);
      add(dl, "dd", text);
    }
  }

  function show(n, focus) {
    const item = data.items[n];
    const body = $("detailsbody");
    body.textContent = "";
    $("detailstitle").textContent = item.title;
    for (const text of item.findings) add(body, "p", text, "warn");
    list(body, item.facts);
    for (const answer of item.answers) {
      add(body, "h3", answer.question);
      if (answer.short) add(body, "p", answer.short);
      if (answer.lines.length > 0) {
        const ul = add(body, "ul");
        for (const line of answer.lines) add(ul, "li", line);
      }
    }
    const section = data.sections.find((s) => s.id === item.section);
    if (section) {
      add(body, "h3", section.title);
      list(body, section.who);
    }
    details.hidden = false;
    details.scrollTop = 0;
    makeRoom(true);
    if (opened >= 0) rows[opened].classList.remove("open");
    opened = n;
    rows[n].classList.add("open");
    bringIntoView(rows[n]);
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
    const room = row.querySelector("button").getBoundingClientRect();
    const right = chart.getBoundingClientRect().right;
    if (at.left < room.right || at.left > right - 20) chart.scrollLeft += at.left - (room.right + right) / 2;
  }

  function close() {
    if (opened < 0) return;
    const button = buttons[opened];
    rows[opened].classList.remove("open");
    details.hidden = true;
    opened = -1;
    makeRoom(false);
    if (button.offsetParent !== null) {
      rove(button);
      button.focus();
    }
  }

  function fold(button) {
    const folded = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!folded));
    button.closest(".bandpart").querySelector(".rows").hidden = folded;
    rove(visible()[0]);
  }

  chart.addEventListener("click", (event) => {
    const band = event.target.closest(".band button");
    const row = event.target.closest(".row");
    if (band) fold(band);
    else if (row) show(Number(row.dataset.n), true);
  });
  chart.addEventListener("keydown", step);
  controls.addEventListener("input", filter);
  controls.addEventListener("submit", (event) => event.preventDefault());
  $("reset").addEventListener("click", reset);
  $("zoomin").addEventListener("click", () => setZoom(zoom + 1));
  $("zoomout").addEventListener("click", () => setZoom(zoom - 1));
  $("zoomall").addEventListener("click", () => setZoom(0));
  $("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      $("search").focus();
    }
    if (event.key === "+") setZoom(zoom + 1);
    if (event.key === "-") setZoom(zoom - 1);
    if (event.key === "0") setZoom(0);
  });
  window.addEventListener("resize", fit);
  controls.hidden = false;
  fit();
  filter();
})();
