"use strict";
// Ties facts and source together: what is pointed at or focused is lit on both sides. Without this file the links
// between them still lead to and fro.
(() => {
  const segments = [...document.querySelectorAll(".seg")];
  const claims = [...document.querySelectorAll("[data-at], .note, .doubt .fact")];
  const filter = document.getElementById("filter");
  const found = document.getElementById("found");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const jumps = [];
  let lit = [];
  let waiting = 0;

  // A claim is a fact, a doubt or a note; its segments are ranges of numbers, "3-3 7-9".
  const ranges = new Map(
    claims.map((claim) => {
      const words = claim.dataset.at ? claim.dataset.at.split(" ") : [];
      return [claim, words.map((range) => range.split("-").map(Number))];
    }),
  );
  const segmentsOf = (claim) => ranges.get(claim).flatMap(([first, last]) => segments.slice(first, last + 1));

  const isDoubt = (claim) => claim.matches(".note, .doubt .fact");
  const covers = (claim, [first, last]) => ranges.get(claim).some((range) => range[0] <= first && last <= range[1]);
  const isWithin = (claim, [first, last]) =>
    ranges.get(claim).length > 0 && ranges.get(claim).every((range) => first <= range[0] && range[1] <= last);

  // What was read from a segment: all that lies in the narrowest place around it, facts first; then what is wider.
  function claimsOf(number) {
    const around = claims.filter((claim) => covers(claim, [number, number]));
    const places = around.flatMap((claim) => ranges.get(claim)).filter(([first, last]) => first <= number && number <= last);
    const narrowest = places.reduce((best, place) => (place[1] - place[0] < best[1] - best[0] ? place : best), places[0]);
    const inside = claims.filter((claim) => isWithin(claim, narrowest));
    const first = [...inside.filter((claim) => !isDoubt(claim)), ...inside.filter(isDoubt)];
    return { narrowest, claims: [...new Set([...first, ...around])] };
  }

  const isSegment = (element) => element.classList.contains("seg");
  const paneOf = (element) => element.closest(".pane");
  // A doubt and its note lead to each other.
  const partnerOf = (claim) =>
    isDoubt(claim) && claim.hash ? document.getElementById(claim.hash.slice(1)) : null;

  // All that belongs to an element, what stands on the other side first.
  function company(element) {
    if (isSegment(element)) {
      const { narrowest, claims } = claimsOf(Number(element.id.slice(1)));
      return [...claims, ...segments.slice(narrowest[0], narrowest[1] + 1)];
    }
    const partner = partnerOf(element);
    return [...segmentsOf(element), ...(partner ? [partner] : []), element];
  }

  function reveal(element, origin) {
    const pane = element && paneOf(element);
    if (!pane || pane === paneOf(origin) || pane.scrollHeight <= pane.clientHeight) return;
    const frame = pane.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    if (box.top >= frame.top + 40 && box.bottom <= frame.bottom - 20) return;
    const top = pane.scrollTop + box.top - frame.top - pane.clientHeight / 3;
    pane.scrollTo({ top, behavior: still.matches ? "auto" : "smooth" });
  }

  function light(origin, delay) {
    clearTimeout(waiting);
    for (const element of lit) element.classList.remove("lit");
    lit = origin ? company(origin) : [];
    for (const element of lit) element.classList.add("lit");
    const other = origin && lit.find((element) => paneOf(element) !== paneOf(origin));
    if (other) waiting = setTimeout(() => reveal(other, origin), delay);
  }

  const linked = (node) => {
    const element = node instanceof Element && node.closest(".seg, [data-at], .note, .doubt .fact");
    return element && (isSegment(element) || ranges.has(element)) ? element : null;
  };

  let pointed = null;
  document.addEventListener("pointerover", (event) => {
    const element = linked(event.target);
    if (element === pointed) return;
    pointed = element;
    light(element || linked(document.activeElement), 150);
  });
  document.addEventListener("focusin", (event) => light(linked(event.target), 0));
  document.addEventListener("focusout", (event) => {
    if (!event.relatedTarget) light(pointed, 150);
  });

  // The browser itself follows the link and moves the focus; here it is only noted where from.
  document.addEventListener("click", (event) => {
    const link = linked(event.target);
    if (link && link.hash) jumps.push(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.target === filter || !jumps.length) return;
    event.preventDefault();
    jumps.pop().focus();
  });

  const facts = [...document.querySelectorAll(".facts .fact")];
  const boxes = [...document.querySelectorAll(".facts dl > div, .facts .group, .facts, .album-name")];
  function narrow() {
    const wanted = filter.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const fact of facts) {
      const label = fact.closest("dl > div")?.firstElementChild.textContent ?? "";
      const fits = `${label} ${fact.textContent}`.toLocaleLowerCase().includes(wanted);
      fact.closest("li, dd, .head").hidden = !fits;
      count += fits;
    }
    for (const box of boxes) {
      if (!box.matches(".album-name")) box.hidden = !box.querySelector(":is(li, dd, .head):not([hidden])");
    }
    found.textContent = wanted ? `${count} of ${facts.length}` : "";
  }
  filter.closest(".filter").hidden = false;
  filter.addEventListener("input", narrow);
})();
