/** Words of the quick exit, in the five interface languages. What stays after leaving names neither this site nor its subject. */

/** @type {import('../shared/strings.js').Tables} */
export const EXIT = {
  es: {
    leave: 'Salir rápido de esta página',
    keys: 'También pulsando tres veces la tecla Mayús.',
    once_more: 'Pulsa Mayús una vez más para salir de esta página.',
    about: 'Qué pasa al salir',
    history: 'La página se vacía al instante y otra ocupa su lugar: el botón Atrás no vuelve a ella. Pero el historial del navegador puede seguir nombrándola, a ella y a las que viste antes: bórralo, o usa una ventana privada, que olvida al cerrarse. Quien controla el dispositivo o la red puede saber más. Salir no se guarda ni se envía a nadie.',
    closed: 'Esto está cerrado. Si sigue abierta la página de alrededor, cierra su pestaña o su ventana.',
  },
  eu: {
    leave: 'Irten azkar orri honetatik',
    keys: 'Baita Maius tekla hiru aldiz sakatuta ere.',
    once_more: 'Sakatu Maius beste behin orri honetatik irteteko.',
    about: 'Zer gertatzen den irtetean',
    history: 'Orria berehala husten da eta beste bat jartzen da haren lekuan: Atzera botoiak ez du hona itzultzen. Baina nabigatzailearen historian orri hau eta aurretik ikusitakoak ager daitezke oraindik: ezabatu historia, edo erabili leiho pribatu bat, ixtean dena ahazten duena. Gailua edo sarea kontrolatzen duenak gehiago jakin dezake. Irtetea ez da inon gordetzen, ezta inori bidaltzen ere.',
    closed: 'Hau itxita dago. Inguruko orria irekita badago oraindik, itxi haren fitxa edo leihoa.',
  },
  en: {
    leave: 'Leave this page quickly',
    keys: 'Or press the Shift key three times.',
    once_more: 'Press Shift once more to leave this page.',
    about: 'What leaving does',
    history: 'The page is emptied at once and another takes its place: Back does not return to it. But the history of your browser may still name this page and those you saw before it: delete it there, or use a private window, which forgets when it is closed. Whoever controls the device or the network may know more. That you left is neither stored nor sent to anybody.',
    closed: 'This is closed. If the page around it is still open, close its tab or window.',
  },
  fr: {
    leave: 'Quitter vite cette page',
    keys: 'Ou appuyez trois fois sur la touche Maj.',
    once_more: 'Appuyez encore une fois sur Maj pour quitter cette page.',
    about: 'Ce qui se passe en quittant',
    history: 'La page est vidée aussitôt et une autre prend sa place : le bouton Retour n’y ramène pas. Mais l’historique de votre navigateur peut encore la nommer, ainsi que celles que vous avez vues avant : effacez-le, ou utilisez une fenêtre privée, qui oublie tout à sa fermeture. Qui contrôle l’appareil ou le réseau peut en savoir plus. Votre départ n’est ni enregistré ni envoyé à qui que ce soit.',
    closed: 'C’est fermé. Si la page qui l’entoure est encore ouverte, fermez son onglet ou sa fenêtre.',
  },
  ar: {
    leave: 'مغادرة هذه الصفحة بسرعة',
    keys: 'أو اضغط على مفتاح Shift ثلاث مرات.',
    once_more: 'اضغط على Shift مرة أخرى لمغادرة هذه الصفحة.',
    about: 'ماذا يحدث عند المغادرة',
    history: 'تُفرَّغ الصفحة فورًا وتحلّ محلّها صفحة أخرى، ولا يعود بك زر الرجوع إليها. لكن سجلّ المتصفّح قد يبقى يذكر هذه الصفحة وما رأيته قبلها: احذفها منه، أو استخدم نافذة خاصة تنسى كل شيء عند إغلاقها. ومن يتحكّم بالجهاز أو بالشبكة قد يعرف أكثر من ذلك. لا يُحفظ خبر مغادرتك ولا يُرسَل إلى أحد.',
    closed: 'أُغلق هذا الجزء. إذا كانت الصفحة المحيطة به ما زالت مفتوحة، فأغلق علامة تبويبها أو نافذتها.',
  },
};
