/** @type {import('../../../shared/strings.js').Words} */
export default {
  contact_title: 'How to reach them',
  website: 'Website',
  onion: 'Site on the Tor network',
  preferred: 'preferred',
  help_offered: 'Help offered',
  urgent_title: 'Urgent help',
  how_title: 'How to ask for help',
  about_title: 'About the organisation',
  hours_title: 'Opening hours',
  places_title: 'Places',
  response_title: 'Response time',
  intake_title: 'New requests',
  pgp: 'PGP fingerprint',
  show_on_map: 'See on OpenStreetMap',
};
