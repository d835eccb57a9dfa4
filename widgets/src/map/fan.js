/**
 * Organisations that share a place fan out around it for the eye and the finger; the callout beside it lists the same ones
 * for the keyboard and for screen readers.
 */
import { h } from '../shared/dom.js';

/** More would need a circle larger than the map of a phone. */
const MOST = 14;

const LEAST_RADIUS = 44; // pixels
const APART = 27; // pixels between two, along the circle
const INNER = 22; // where a ray begins, outside of the cluster: as in the style sheet

/**
 * @param {import('./map-view.js').MapView} map
 * @param {(at: number) => void} choose
 */
export function createFan(map, choose) {
  const element = h('div', { class: 'fan', 'aria-hidden': 'true', '.hidden': true });
  map.frame.append(element);
  let place = { x: 0, y: 0, scale: 0 };

  /** Keeps it where it belongs; zooming folds it. */
  function follow() {
    if (element.hidden) return;
    if (Math.abs(map.engine.view.scale / place.scale - 1) > 0.01) return close();
    const [left, top] = map.engine.screen(place.x, place.y);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  function close() {
    element.hidden = true;
    element.replaceChildren();
  }

  return {
    close,
    follow,
    /** @param {import('./place-markers.js').Group} group @param {(at: number) => string} nameOf */
    open({ x, y, organisations, precisions }, nameOf) {
      const count = organisations.length;
      if (count < 2 || count > MOST) return close();
      place = { x, y, scale: map.engine.view.scale };
      const radius = Math.max(LEAST_RADIUS, (count * APART) / (2 * Math.PI));
      element.replaceChildren(...organisations.map((at, i) => {
        const ray = h('span', { class: 'ray' }, h('button', {
          type: 'button', class: `fanned ${precisions[i]}`, tabindex: -1, title: nameOf(at), 'data-at': at, on: { click: () => choose(at) },
        }));
        ray.style.inlineSize = `${Math.round(radius) - INNER}px`;
        ray.style.rotate = `${Math.round((360 / count) * i - 90)}deg`;
        return ray;
      }));
      element.hidden = false;
      follow();
    },
  };
}
