// The map beside the list: a dot an incident. The list says all that the map shows.
(() => {
  "use strict";

  const place = document.getElementById("map");
  if (!place || !window.L) return;
  place.hidden = false;
  place.nextElementSibling.hidden = false;
  const map = L.map(place, { attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.5, maxZoom: 8, minZoom: 0, preferCanvas: true });
  map.setView([20, 10], 1);
  const dots = L.layerGroup().addTo(map);
  const marks = new Map();
  let land = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const ground = () => ({ stroke: true, weight: 0.7, color: colour("strong-line"), fillColor: colour("sheet"), fillOpacity: 1 });
  const dot = () => ({ radius: 7, weight: 2, color: colour("sheet"), fillColor: colour("accent"), fillOpacity: 0.9 });

  function named(row) {
    // Text, not HTML: Leaflet would read a string as mark-up.
    const words = document.createElement("span");
    words.textContent = row.querySelector("th a").textContent;
    return words;
  }

  function drawn() {
    dots.clearLayers();
    marks.clear();
    const bounds = [];
    for (const row of document.querySelectorAll("tr[data-at]")) {
      const at = row.dataset.at.split(" ").map(Number);
      const made = L.circleMarker(at, dot()).bindTooltip(named(row)).addTo(dots);
      made.on("click", () => row.querySelector("a").click());
      made.on("mouseover mouseout", (event) => row.classList.toggle("at", event.type === "mouseover"));
      marks.set(row.id, made);
      bounds.push(at);
    }
    if (bounds.length) map.fitBounds(bounds, { maxZoom: 4, padding: [40, 40], animate: false });
  }

  function pointed(event) {
    const row = event.target.closest?.("tr[data-at]");
    for (const [id, made] of marks) made.setStyle({ radius: 7, fillColor: colour(id === row?.id ? "ink" : "accent") });
  }

  for (const kind of ["pointerover", "focusin"]) document.querySelector(".split").addEventListener(kind, pointed);
  document.addEventListener("desk:listed", drawn);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    land?.setStyle(ground());
    for (const made of marks.values()) made.setStyle(dot());
  });
  drawn();
  fetch("/static/vendor/world.json")
    .then((answer) => answer.json())
    .then((world) => {
      land = L.geoJSON(world, { style: ground, interactive: false }).addTo(map);
      land.bringToBack();
      document.body.dataset.map = "ready";
    })
    .catch(() => {});
})();
