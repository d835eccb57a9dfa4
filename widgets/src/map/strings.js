/** Words of the map until its first marker, in the five interface languages. */

/** @type {import('../shared/strings.js').Tables} */
export const MAP = {
  es: {
    map_label: 'Mapa del mundo',
    view_label: 'Qué muestra el mapa',
    view_countries: 'Dónde ayudan',
    view_places: 'Dónde están',
    legend: 'Organizaciones que ayudan en cada país',
    worldwide: { one: 'y {count} más en todo el mundo', other: 'y {count} más en todo el mundo' },
    labelled: '{place}: {organisations}',
  },
  eu: {
    map_label: 'Munduko mapa',
    view_label: 'Zer erakusten duen mapak',
    view_countries: 'Non laguntzen duten',
    view_places: 'Non dauden',
    legend: 'Herrialde bakoitzean laguntzen duten erakundeak',
    worldwide: { one: 'eta beste erakunde bat mundu osoan', other: 'eta beste {count} erakunde mundu osoan' },
    labelled: '{place}: {organisations}',
  },
  en: {
    map_label: 'Map of the world',
    view_label: 'What the map shows',
    view_countries: 'Where they help',
    view_places: 'Where they are',
    legend: 'Organisations that help in each country',
    worldwide: { one: 'and {count} more all over the world', other: 'and {count} more all over the world' },
    labelled: '{place}: {organisations}',
  },
  fr: {
    map_label: 'Carte du monde',
    view_label: 'Ce que montre la carte',
    view_countries: 'Où elles aident',
    view_places: 'Où elles se trouvent',
    legend: 'Organisations qui aident dans chaque pays',
    worldwide: { one: 'et {count} autre dans le monde entier', other: 'et {count} autres dans le monde entier' },
    labelled: '{place} : {organisations}',
  },
  ar: {
    map_label: 'خريطة العالم',
    view_label: 'ما تعرضه الخريطة',
    view_countries: 'أين تساعد',
    view_places: 'أين توجد',
    legend: 'المنظمات التي تساعد في كل بلد',
    worldwide: {
      zero: 'ولا منظمات في العالم كله', one: 'ومنظمة أخرى في العالم كله', two: 'ومنظمتان أخريان في العالم كله',
      few: 'و{count} منظمات أخرى في العالم كله', other: 'و{count} منظمة أخرى في العالم كله',
    },
    labelled: '{place}: {organisations}',
  },
};
