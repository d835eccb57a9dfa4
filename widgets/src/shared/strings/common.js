/** Words that every widget needs, in the five interface languages. */

/** @type {import('../strings.js').Tables} */
export const COMMON = {
  es: {
    loading: 'Cargando…',
    failed_unreachable: 'Ahora mismo no se puede cargar el directorio. Comprueba la conexión o usa el enlace.',
    failed_data: 'El directorio no está disponible en este momento. Usa el enlace o vuelve más tarde.',
    language_note: 'No disponible en este idioma ({language}). Se muestra en español.',
    organisations: { one: '{count} organización', many: '{count} de organizaciones', other: '{count} organizaciones' },
  },
  eu: {
    loading: 'Kargatzen…',
    failed_unreachable: 'Une honetan ezin da direktorioa kargatu. Egiaztatu konexioa edo erabili esteka.',
    failed_data: 'Direktorioa ez dago erabilgarri une honetan. Erabili esteka edo itzuli geroago.',
    language_note: 'Ez dago erabilgarri hizkuntza honetan ({language}). Euskaraz erakusten da.',
    organisations: { one: 'Erakunde {count}', other: '{count} erakunde' },
  },
  en: {
    loading: 'Loading…',
    failed_unreachable: 'The directory cannot be loaded right now. Check your connection or use the link.',
    failed_data: 'The directory is not available at the moment. Use the link or come back later.',
    language_note: 'Not available in this language ({language}). Shown in English.',
    organisations: { one: '{count} organisation', other: '{count} organisations' },
  },
  fr: {
    loading: 'Chargement…',
    failed_unreachable: 'L’annuaire ne peut pas être chargé pour le moment. Vérifiez la connexion ou utilisez le lien.',
    failed_data: 'L’annuaire n’est pas disponible pour le moment. Utilisez le lien ou revenez plus tard.',
    language_note: 'Non disponible dans cette langue ({language}). Affiché en français.',
    organisations: { one: '{count} organisation', many: '{count} d’organisations', other: '{count} organisations' },
  },
  ar: {
    loading: 'جارٍ التحميل…',
    failed_unreachable: 'يتعذّر تحميل الدليل الآن. تحقّق من الاتصال أو استخدم الرابط.',
    failed_data: 'الدليل غير متاح في الوقت الحالي. استخدم الرابط أو عُد لاحقًا.',
    language_note: 'غير متاح بهذه اللغة ({language}). يُعرض بالعربية.',
    organisations: {
      zero: 'لا توجد منظمات', one: 'منظمة واحدة', two: 'منظمتان', few: '{count} منظمات', many: '{count} منظمة', other: '{count} منظمة',
    },
  },
};
