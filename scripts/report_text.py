"""The words of the sample report: for each page, blocks of (kind, language, text), in reading order.

Facts are those of the sample page on protection needs; the questions are examples of this project.
"""

TITLE = "Necesidades de protección: informe breve de muestra"
SUBJECT = "Quién defiende derechos humanos, qué es proteger y cuatro grupos de necesidades"
KEYWORDS = "protección, personas defensoras, derechos humanos, muestra"

COVER = (
    ("title", "es", "Necesidades de protección"),
    ("lead", "es", "Informe breve de muestra"),
    (
        "lead_small",
        "es",
        "Quién defiende derechos humanos, qué es proteger y qué hace falta para que vivir y trabajar sea más seguro.",
    ),
    ("also", "eu", "Euskarazko laburpena, 4. orrialdean"),
    ("also", "en", "Summary in English on page 4"),
    (
        "notice",
        "es",
        "Contenido de muestra. Este documento resume información pública y la explica con ejemplos propios. No es el "
        "informe del diagnóstico de 2016-2017 ni lo sustituye. La organización responsable debe revisarlo antes de "
        "publicarlo.",
    ),
)

IDEAS = (
    ("heading", "es", "Quién es defensora o defensor"),
    (
        "text",
        "es",
        "Cualquier persona que, sola o con otras, actúa para promover o proteger un derecho humano. Lo es por lo que "
        "hace, no por un título ni por un cargo. Así lo entienden las Naciones Unidas, que en 1998 adoptaron una "
        "Declaración sobre quienes defienden los derechos humanos (resolución 53/144).",
    ),
    (
        "text",
        "es",
        "Una mujer que defiende los derechos, la tierra o el medio ambiente corre riesgos añadidos por ser mujer. Las "
        "feministas los sienten doblemente, porque ven también la violencia que hay en su propia sociedad.",
    ),
    ("heading", "es", "Qué es proteger"),
    (
        "text",
        "es",
        "La protección es un conjunto de acciones que hacen más seguro vivir y trabajar. Las llevan a cabo las propias "
        "personas defensoras, sus comunidades, las organizaciones y las instituciones. Cuidan tres cosas a la vez: la "
        "integridad física, la emocional y la colectiva.",
    ),
    (
        "quote",
        "es",
        "Estar protegida no es solo que falte la amenaza: es el bienestar de la persona, de la comunidad y del "
        "colectivo.",
    ),
    ("text", "es", "La idea se debe al colectivo Ansur."),
    ("heading", "es", "El diagnóstico de 2016-2017"),
    (
        "text",
        "es",
        "En 2016 y 2017 se hizo en Euskadi un diagnóstico con organizaciones sociales, personas expertas, "
        "instituciones y personas defensoras en riesgo. Se trataba de saber qué protección hace falta. Las necesidades "
        "que aparecieron se ordenan en cuatro grupos: organizativas, relacionales, de medidas de seguridad y "
        "psicosociales.",
    ),
    (
        "text",
        "es",
        "Los nombres de los grupos vienen del diagnóstico. Las explicaciones y las preguntas de la página siguiente "
        "son ejemplos de este documento, para empezar a hablar.",
    ),
)

NEEDS = (
    ("heading", "es", "Cuatro grupos de necesidades"),
    ("group", "es", "Organizativas"),
    (
        "text",
        "es",
        "Tener dentro del grupo tiempo, medios y acuerdos, para que la protección no dependa de una sola persona. "
        "Poder seguir cuando alguien tiene que parar.",
    ),
    ("question", "es", "Si una de nosotras tuviera que parar un mes, ¿qué se quedaría sin hacer?"),
    ("group", "es", "Relacionales"),
    (
        "text",
        "es",
        "Contar con otras y otros: la familia, la comunidad, otras organizaciones, las instituciones. Saber a quién "
        "llamar y encontrar confianza al otro lado. Las redes de confianza acompañan, dan apoyo emocional y salvan "
        "vidas.",
    ),
    ("question", "es", "¿A quién llamaríamos esta noche? ¿Lo sabe esa persona?"),
    ("group", "es", "Medidas de seguridad"),
    (
        "text",
        "es",
        "Lo práctico de cada día: la casa, la oficina, los viajes, el teléfono. También un lugar adonde ir cuando "
        "quedarse es peligroso, y sitio en él para las hijas y los hijos.",
    ),
    ("question", "es", "¿Qué hacemos ya para cuidarnos y qué dejamos al azar?"),
    ("group", "es", "Psicosociales"),
    (
        "text",
        "es",
        "Cuidar lo que el miedo, el duelo y el cansancio dejan en las personas y en los grupos. Descansar sin culpa.",
    ),
    ("question", "es", "¿Cómo sabemos que alguien no puede más, antes de que lo diga?"),
    ("heading", "es", "Lo que una defensora necesita"),
    (
        "text",
        "es",
        "Apoyo psicosocial, jurídico y económico; que su situación se denuncie en público, si ella quiere; y "
        "respuestas a lo personal, como la seguridad o la salida segura de sus hijas e hijos.",
    ),
)

SUMMARIES = (
    ("heading", "eu", "Laburpena"),
    (
        "text",
        "eu",
        "Giza eskubideen defendatzailea da, bakarrik edo beste batzuekin, giza eskubide bat sustatzeko edo babesteko "
        "aritzen den edozein pertsona. Egiten duenagatik da defendatzailea, ez tituluagatik edo karguagatik.",
    ),
    (
        "text",
        "eu",
        "Babesa bizitza eta lana seguruago egiten dituzten ekintzen multzoa da. Osotasun fisikoa, emozionala eta "
        "kolektiboa zaintzen ditu. Babestuta egotea ez da soilik mehatxurik ez izatea: pertsonaren, komunitatearen eta "
        "taldearen ongizatea da. Ideia hori Ansur kolektiboari zor zaio.",
    ),
    (
        "text",
        "eu",
        "2016an eta 2017an diagnostiko bat egin zen Euskadiko gizarte-erakundeekin, adituekin, instituzioekin eta "
        "arriskuan zeuden defendatzaileekin. Lau premia multzo atera ziren: antolakuntzakoak, harremanetakoak, "
        "segurtasun-neurriak eta psikosozialak.",
    ),
    (
        "text",
        "eu",
        "Lagin-edukia: erakunde arduradunak berrikusi behar du argitaratu aurretik.",
    ),
    ("heading", "en", "Summary"),
    (
        "text",
        "en",
        "A human rights defender is anybody who, alone or with others, acts to promote or protect a human right. What "
        "they do makes them a defender, not a title or a post.",
    ),
    (
        "text",
        "en",
        "Protection is a set of actions that make living and working safer. It takes care of physical, emotional and "
        "collective integrity. Being protected is not only the absence of threats: it is the well-being of the person, "
        "the community and the collective. The idea is owed to the Ansur collective.",
    ),
    (
        "text",
        "en",
        "In 2016 and 2017 a diagnosis was made with Basque social organisations, experts, institutions and defenders "
        "at risk. Four groups of needs came out of it: organisational, relational, security measures and psychosocial.",
    ),
    ("text", "en", "Sample content: the organisation responsible must check it before it is published."),
    ("heading", "es", "Fuentes"),
    (
        "small",
        "es",
        "Defensoras, CEAR-Euskadi: defensoras.cear-euskadi.org (necesidades de protección). Naciones Unidas, "
        "Declaración de 1998 sobre las personas defensoras de los derechos humanos, resolución 53/144. Consultado en "
        "noviembre de 2026.",
    ),
)

PAGES = (IDEAS, NEEDS, SUMMARIES)
