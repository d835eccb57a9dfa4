/** @type {import('../../../shared/strings.js').Words} */
export default {
  contact_title: 'Cómo contactar',
  website: 'Sitio web',
  onion: 'Sitio en la red Tor',
  preferred: 'canal preferido',
  help_offered: 'Ayuda que ofrecen',
  urgent_title: 'Ayuda urgente',
  how_title: 'Cómo pedir ayuda',
  about_title: 'Sobre la organización',
  hours_title: 'Horario',
  places_title: 'Lugares',
  response_title: 'Tiempo de respuesta',
  intake_title: 'Nuevas solicitudes',
  pgp: 'Huella PGP',
  show_on_map: 'Ver en OpenStreetMap',
};
