/** @type {import('../../../shared/strings.js').Words} */
export default {
  contact_title: 'كيفية التواصل',
  website: 'الموقع الإلكتروني',
  onion: 'الموقع على شبكة تور',
  preferred: 'مفضَّلة',
  help_offered: 'المساعدة المقدَّمة',
  urgent_title: 'مساعدة عاجلة',
  how_title: 'كيف تُطلب المساعدة',
  about_title: 'عن المنظمة',
  hours_title: 'ساعات العمل',
  places_title: 'الأماكن',
  response_title: 'مدة الردّ',
  intake_title: 'الطلبات الجديدة',
  pgp: 'بصمة PGP',
  show_on_map: 'العرض على OpenStreetMap',
};
