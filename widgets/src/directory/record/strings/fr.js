/** @type {import('../../../shared/strings.js').Words} */
export default {
  contact_title: 'Comment les joindre',
  website: 'Site web',
  onion: 'Site sur le réseau Tor',
  preferred: 'à privilégier',
  help_offered: 'Aide proposée',
  urgent_title: 'Aide urgente',
  how_title: 'Comment demander de l’aide',
  about_title: 'À propos de l’organisation',
  hours_title: 'Horaires',
  places_title: 'Lieux',
  response_title: 'Délai de réponse',
  intake_title: 'Nouvelles demandes',
  pgp: 'Empreinte PGP',
  show_on_map: 'Voir sur OpenStreetMap',
};
