"use strict";
(() => {
  const list = document.getElementById("list");
  if (!list) return;
  const byId = (id) => document.getElementById(id);
  const controls = byId("controls"), search = byId("search"), sort = byId("sort"), shown = byId("shown");
  const filters = ["severity", "rule", "source"].map(byId);
  const grave = { error: 0, warning: 1, info: 2 };
  const entries = Array.from(list.children, (element, order) => ({ element, order, data: element.dataset, text: "" }));
  const collator = new Intl.Collator("en");

  const orders = {
    place: (a, b) => a.order - b.order,
    severity: (a, b) => grave[a.data.severity] - grave[b.data.severity] || a.order - b.order,
    rule: (a, b) => collator.compare(a.data.rule, b.data.rule) || a.order - b.order,
    source: (a, b) => collator.compare(a.data.source, b.data.source) || a.order - b.order,
  };

  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    for (const entry of entries) {
      if (wanted && !entry.text) entry.text = entry.element.textContent.toLowerCase();
      const fits = filters.every((field) => !field.value || entry.data[field.id] === field.value) &&
        (!wanted || entry.text.includes(wanted));
      entry.element.hidden = !fits;
      count += fits;
    }
    const total = entries.length.toLocaleString("en");
    shown.value = count === entries.length ? total + " findings" : count.toLocaleString("en") + " of " + total + " findings";
  };

  const arrange = () => list.append(...entries.slice().sort(orders[sort.value]).map((entry) => entry.element));

  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  for (const field of filters) field.addEventListener("change", filter);
  sort.addEventListener("change", arrange);
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("reset", () => setTimeout(() => { arrange(); filter(); }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select")) { event.preventDefault(); search.focus(); }
  });
  for (const button of document.querySelectorAll("button[data-filter]")) {
    button.addEventListener("click", () => {
      controls.reset();
      byId(button.dataset.filter).value = button.dataset.value;
      setTimeout(() => { filter(); controls.scrollIntoView(); });
    });
  }
  controls.hidden = false;
})();
