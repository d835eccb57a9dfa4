"""Words of which names and texts are made up; where `{city}` stands, a city's name comes."""

NAMES = (
    "Red de {a} de {city}", "Fundación {a} y {b}", "Comité de {a} de {city}", "Centro de {a} {city}",
    "{city} {c} Network", "Defenders of {city}", "{c} and {d} Fund", "Centre for {c} {city}",
    "Collectif {e} de {city}", "Maison des {e}", "Observatoire de {city}", "{city}ko {f} Elkartea",
    "{f} eta {g} Sarea", "شبكة {h} {city}", "مركز {h} و{i}", "Casa {a}", "Programa {a} {city}", "{c} Watch {city}",
)  # fmt: skip

NAME_PARTS = {
    "a": "Acompañamiento Protección Derechos Mujeres Defensoras Territorio Justicia Memoria Refugio Dignidad Paz",
    "b": "Vida Comunidad Libertad Solidaridad Resistencia Tierra Agua Verdad Apoyo Cuidado",
    "c": "Protection Justice Solidarity Shelter Rights Emergency Land Water Press Legal Security",
    "d": "Freedom Dignity Community Relief Support Courage Memory Peace Hope Action",
    "e": "Droits Femmes Défense Solidarité Refuge Libertés Journalistes Paix Justice Terre",
    "f": "Babes Laguntza Eskubide Elkartasun Askatasun Lur Ur Bake Emakume Justizia",
    "g": "Duintasun Itzal Bide Etxe Zaintza Oroimen Egia Herri Nahi Hitz",
    "h": "حماية حقوق دعم تضامن عدالة كرامة سلام حرية نساء أرض",
    "i": "العدالة الكرامة السلام الحرية الأرض الحياة المجتمع الذاكرة الأمل الحق",
}

TEXTS = {
    "es": """
        acompaña protege personas defensoras derechos humanos territorio comunidad red seguridad digital asistencia
        jurídica psicosocial relocalización formación ayuda incidencia observación apoyo emergencia pueblos mujeres
        indígenas periodistas campesinas sindicalistas abogadas familias amenazas riesgo medidas plan análisis casas
        refugio temporal estancia viaje visado fondo urgente solicitud respuesta horas confidencial gratuita equipo
        voluntariado internacional presencia física denuncia informe misión salud descanso talleres cuidado colectivo
        organizaciones locales redes regionales embajadas instituciones frontera desaparición criminalización con para
        desde entre sobre durante hasta según cada cuando donde quienes también además""",
    "en": """
        accompanies protects people defenders human rights land community network security digital assistance legal
        psychosocial relocation training help advocacy monitoring support emergency peoples women indigenous
        journalists peasants unionists lawyers families threats risk measures plan analysis houses shelter temporary
        stay travel visa fund urgent application answer hours confidential free team volunteers international
        presence physical complaint report mission health rest workshops care collective organisations local regional
        networks embassies institutions border disappearance criminalisation with for from between about during until
        according each when where who also moreover""",
    "fr": """
        accompagne protège personnes défenseuses droits humains territoire communauté réseau sécurité numérique
        assistance juridique psychosociale relocalisation formation aide plaidoyer observation soutien urgence peuples
        femmes autochtones journalistes paysannes syndicalistes avocates familles menaces risque mesures plan analyse
        maisons refuge temporaire séjour voyage visa fonds urgent demande réponse heures confidentielle gratuite équipe
        bénévoles internationale présence physique plainte rapport mission santé repos ateliers soin collectif
        organisations locales réseaux régionaux ambassades institutions frontière disparition criminalisation avec pour
        depuis entre sur pendant selon chaque quand où aussi""",
    "eu": """
        laguntzen babesten pertsonak defendatzaileak giza eskubideak lurraldea komunitatea sarea segurtasuna digitala
        laguntza juridikoa psikosoziala lekualdatzea prestakuntza eragina behaketa sostengua larrialdia herriak
        emakumeak indigenak kazetariak nekazariak sindikalistak abokatuak familiak mehatxuak arriskua neurriak plana
        azterketa etxeak babeslekua aldi baterako egonaldia bidaia bisa funtsa premiazkoa eskaera erantzuna orduak
        isilpekoa doakoa taldea boluntarioak nazioartekoa presentzia fisikoa salaketa txostena misioa osasuna atsedena
        tailerrak zaintza kolektiboa erakundeak tokikoak enbaxadak muga desagerketa kriminalizazioa eta ere noiz non
        nork bitartean arabera bakoitza""",
    "ar": """
        ترافق تحمي الأشخاص المدافعين حقوق الإنسان الأرض المجتمع شبكة الأمن الرقمي مساعدة قانونية نفسية اجتماعية نقل
        تدريب عون مناصرة رصد دعم طوارئ الشعوب النساء الأصلية الصحفيين الفلاحين النقابيين المحامين العائلات تهديدات خطر
        تدابير خطة تحليل بيوت مأوى مؤقت إقامة سفر تأشيرة صندوق عاجل طلب جواب ساعات سري مجاني فريق متطوعون دولي
        حضور جسدي شكوى
        تقرير بعثة صحة راحة ورش رعاية جماعية منظمات محلية إقليمية سفارات مؤسسات حدود اختفاء تجريم مع من بين عن خلال حتى
        حسب كل متى حيث أيضا""",
}

HOURS = {
    "es": "Lunes a viernes, {first}:00 a {last}:00 ({zone})",
    "en": "Monday to Friday, {first}:00 to {last}:00 ({zone})",
    "fr": "Du lundi au vendredi, {first} h à {last} h ({zone})",
    "eu": "Astelehenetik ostiralera, {first}:00etatik {last}:00etara ({zone})",
    "ar": "من الاثنين إلى الجمعة، {first}:00 إلى {last}:00 ({zone})",
}
