/**
 * wagtailgeowidget's Leaflet map, over our own background and without its habits: it fetches nothing from elsewhere,
 * looks no address up, sets no point that nobody chose, and leaves what is typed alone.
 */
(() => {
  const WORLD = { center: [20, 0], zoom: 1 };
  const DRAWN = {
    land: { stroke: false, fillOpacity: 1 },
    border: { fill: false, weight: 0.8, dashArray: "3 3", opacity: 1 },
  };
  const NEAR = { tiles: 15, drawn: 6 };

  let world;
  /** The background, fetched once for all places of the form. */
  const backgroundFrom = (address) => (world ??= fetch(address).then((answer) => answer.json()));

  class OfficeMap extends window.LeafletField {
    /** Called by the constructor; the map itself is made when it is first seen, because it measures its box. */
    setup() {
      this.typed = this.latLngField[0];
      this.box = this.mapEl[0];
      this.box.hidden = false;
      this.typed.addEventListener("input", () => this.followTyped());
      this.typed.addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault();
      });
      this.watcher = new ResizeObserver(([{ contentRect }]) => {
        if (!contentRect.width) return;
        if (this.map) this.map.invalidateSize();
        else this.initMap();
      });
      this.watcher.observe(this.box);
    }

    release() {
      this.watcher.disconnect();
      this.map?.remove();
    }

    initMap() {
      const { tiles } = this.settings;
      this.map = L.map(this.box, { attributionControl: Boolean(tiles), scrollWheelZoom: false, maxZoom: tiles ? 19 : 9 });
      this.map.on("focus", () => this.map.scrollWheelZoom.enable());
      this.map.on("blur", () => this.map.scrollWheelZoom.disable());
      this.map.on("click", ({ latlng }) => this.put(latlng));
      if (tiles) {
        this.map.attributionControl.setPrefix(false);
        L.tileLayer(tiles.url, { maxZoom: 19, attribution: tiles.attribution }).addTo(this.map);
      } else {
        backgroundFrom(this.settings.world).then((features) =>
          L.geoJSON(features, {
            interactive: false,
            style: ({ properties }) => ({ ...DRAWN[properties.kind], className: `defenders-world--${properties.kind}` }),
          }).addTo(this.map),
        );
      }
      this.map.setView(WORLD.center, WORLD.zoom);
      this.followTyped();
    }

    followTyped() {
      const point = this.parseStrToLatLng(this.typed.value);
      this.setState(point ? LeafletField.buildLocationString(this.srid, point.lng, point.lat) : "");
      this.settings.clear.hidden = !this.typed.value;
      if (!this.map) return;
      if (!point) {
        this.marker?.remove();
        this.marker = null;
        return;
      }
      this.mark(point);
      this.look(point);
    }

    look(point) {
      this.map?.setView(point, Math.max(this.map.getZoom(), this.settings.tiles ? NEAR.tiles : NEAR.drawn));
    }

    mark(point) {
      if (!this.marker) {
        const icon = L.divIcon({ className: "defenders-office__marker", iconSize: [18, 18] });
        this.marker = L.marker(point, { draggable: true, icon, alt: "" }).addTo(this.map);
        this.marker.on("dragend", () => this.put(this.marker.getLatLng()));
      }
      this.marker.setLatLng(point);
    }

    put(latLng) {
      const { lat, lng } = latLng.wrap();
      this.typed.value = `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
      this.typed.dispatchEvent(new Event("input", { bubbles: true }));
      this.typed.dispatchEvent(new Event("change", { bubbles: true }));
    }

    clear() {
      this.typed.value = "";
      this.followTyped();
      this.typed.dispatchEvent(new Event("change", { bubbles: true }));
      this.typed.focus();
    }

    /** Two plain numbers only; what else can be pasted is read by the server. */
    parseStrToLatLng(text) {
      const numbers = /^\s*([+-]?\d{1,3}(?:\.\d+)?)\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/u.exec(text);
      if (!numbers) return null;
      const [lat, lng] = [Number(numbers[1]), Number(numbers[2])];
      return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? L.latLng(lat, lng) : null;
    }
  }

  class OfficeMapController extends window.StimulusModule.Controller {
    static values = { options: Object };

    connect() {
      const { id } = this.element;
      const clear = document.getElementById(`${id}_clear`);
      document.getElementById(`${id}_maphelp`).hidden = false;
      this.office = new OfficeMap({ ...this.optionsValue, id });
      // Not in time for setup(), which the constructor of the base class calls; in time for the map.
      this.office.settings = { ...this.optionsValue, clear };
      clear.hidden = !this.office.typed.value;
      clear.addEventListener("click", () => this.office.clear());
      this.place = this.element.closest("[data-inline-panel-child]");
      this.goToCity = ({ detail }) => {
        if (!this.office.typed.value) this.office.look([detail.lat, detail.lng]);
      };
      this.place?.addEventListener("defenders:city", this.goToCity);
    }

    disconnect() {
      this.place?.removeEventListener("defenders:city", this.goToCity);
      this.office?.release();
    }
  }

  window.wagtail.app.register("defenders-office-map", OfficeMapController);
})();
