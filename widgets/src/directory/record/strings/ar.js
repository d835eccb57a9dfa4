/** @type {import('../../../shared/strings.js').Words} */
export default {
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
