"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const english = (number) => number.toLocaleString("en");

  // A list whose entries stand in the page as text, one a line, escaped already; they are made when they come near.
  class List {
    constructor(name, step, grows) { // how many at a time, and whether more come by themselves
      this.place = byId(name);
      this.step = step;
      const source = document.querySelector(`noscript[data-list="${name}"]`);
      this.lines = source.textContent.split("\n").filter(Boolean);
      source.remove();
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.className = "more";
      this.button.addEventListener("click", () => {
        const last = this.place.lastElementChild;
        this.more(this.step);
        if (last && last.nextElementSibling) { last.nextElementSibling.tabIndex = -1; last.nextElementSibling.focus(); }
      });
      this.place.after(this.button);
      const near = (seen) => { if (seen.some((entry) => entry.isIntersecting)) this.more(this.step); };
      if (grows) new IntersectionObserver(near, { rootMargin: "600px" }).observe(this.button);
      addEventListener("beforeprint", () => this.more(this.lines.length));
      this.show(this.lines.keys());
    }
    show(numbers) {
      this.chosen = [...numbers];
      this.made = 0;
      this.place.replaceChildren();
      this.more(this.step);
    }
    more(count) {
      const next = this.chosen.slice(this.made, this.made + count);
      const template = document.createElement("template");
      template.innerHTML = next.map((number) => this.lines[number]).join("");
      this.place.append(template.content);
      this.made += next.length;
      const left = this.chosen.length - this.made;
      this.button.hidden = !left;
      this.button.textContent = `Show more (${english(left)} left)`;
    }
  }

  document.documentElement.classList.add("scripted");
  if (byId("copies")) new List("copies", 10, false);
  if (!byId("list")) return;
  const list = new List("list", 100, true);
  const controls = byId("controls"), search = byId("search"), sort = byId("sort"), shown = byId("shown");
  const filters = ["severity", "rule", "source"].map(byId);
  const head = /data-of="(\d+) (\d+) (\d+)"/;
  const values = list.lines.map((line) => head.exec(line).slice(1));
  const texts = [];
  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

  const textOf = (number) => texts[number] ??= list.lines[number].replace(/<[^>]*>/g, "").toLowerCase();
  const by = (field) => (a, b) => values[a][field] - values[b][field] || a - b;
  const orders = { severity: by(0), rule: by(1), source: by(2) };

  // The chosen values stand behind the # of the address, by name, so that a view can be bookmarked.
  const fields = [...filters, sort, search];
  const named = (field) => field === search || field === sort ? field.value : field.selectedOptions[0].text;
  const remember = () => {
    const state = new URLSearchParams();
    for (const field of fields) if (field === sort ? field.value !== "place" : field.value) state.set(field.id, named(field));
    try { history.replaceState(null, "", `#${state}`); } catch { /* where the address is not ours to change */ }
  };
  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const wanted = state.get(field.id);
      if (wanted === null) continue;
      if (field === search) field.value = wanted;
      else for (const option of field.options) if (option.text === wanted) field.value = option.value;
    }
    return fields.some((field) => state.has(field.id));
  };

  const update = () => {
    const wanted = search.value.trim().toLowerCase().replace(/[&<>"']/g, (character) => escapes[character]);
    const fits = (number) => filters.every((field, at) => !field.value || values[number][at] === field.value) &&
      (!wanted || textOf(number).includes(wanted));
    const chosen = [...list.lines.keys()].filter(fits);
    if (orders[sort.value]) chosen.sort(orders[sort.value]);
    list.show(chosen);
    const total = `${english(list.lines.length)} finding${list.lines.length === 1 ? "" : "s"}`;
    shown.value = chosen.length === list.lines.length ? total : `${english(chosen.length)} of ${total}`;
  };
  const change = () => { update(); remember(); };

  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(change, 120); });
  for (const field of [...filters, sort]) field.addEventListener("change", change);
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("reset", () => setTimeout(change));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
    event.preventDefault();
    search.focus();
  });
  for (const button of document.querySelectorAll("button[data-filter]")) {
    button.addEventListener("click", () => {
      for (const field of fields) field.value = field === sort ? "place" : "";
      byId(button.dataset.filter).value = button.dataset.value;
      change();
      byId("findings").scrollIntoView();
      byId(button.dataset.filter).focus({ preventScroll: true });
    });
  }
  controls.hidden = false;
  if (recall()) { update(); byId("findings").scrollIntoView(); }
})();
