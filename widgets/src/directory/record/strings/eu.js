/** @type {import('../../../shared/strings.js').Words} */
export default {
  contact_title: 'Nola jarri harremanetan',
  website: 'Webgunea',
  onion: 'Tor sareko gunea',
  preferred: 'nahiago duten bidea',
  help_offered: 'Ematen duten laguntza',
  urgent_title: 'Premiazko laguntza',
  how_title: 'Nola eskatu laguntza',
  about_title: 'Erakundeari buruz',
  hours_title: 'Ordutegia',
  places_title: 'Lekuak',
  response_title: 'Erantzuteko denbora',
  intake_title: 'Eskaera berriak',
  pgp: 'PGP hatz-marka',
  show_on_map: 'Ikusi OpenStreetMapen',
};
