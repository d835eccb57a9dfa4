"""The codes of the public contract, in the order in which they are shown.

A code is never renamed or removed within version 1. Labels: ``labels.py`` for the codes of this file, and the
editors' own categories for roles, services and audiences.
"""

ROLES = ("accompaniment", "temporary_protection", "permanent_protection", "training")

SERVICES = (
    "physical_accompaniment",
    "psychosocial",
    "legal",
    "economic",
    "public_advocacy",
    "family_support",
    "relocation",
    "shelter",
    "digital_security",
    "medical",
    "training",
    "capacity_building",
    "monitoring",
)

AUDIENCES = (
    "all_defenders",
    "women_defenders",
    "lgbtiq_defenders",
    "land_environment_defenders",
    "indigenous_defenders",
    "journalists",
    "artists",
    "academics",
    "lawyers",
    "trade_unionists",
    "refugees",
)

CATEGORY_KINDS = ("role", "service", "audience")
CATEGORY_CODES = {"role": ROLES, "service": SERVICES, "audience": AUDIENCES}

# What a defender needs, in the words of the field, as the services that answer it.
NEEDS = {
    "psychosocial": ("psychosocial", "medical"),
    "legal": ("legal",),
    "economic": ("economic",),
    "denunciation": ("public_advocacy", "monitoring"),
    "personal_and_family": ("family_support", "relocation", "shelter"),
    "security": ("physical_accompaniment", "digital_security"),
}

ORGANISATION_TYPES = ("ngo", "network", "programme", "government", "intergovernmental", "academic", "other")
RESPONSE_TIMES = ("within_2h", "within_24h", "within_week", "longer")
INTAKE_STATUSES = ("open", "limited", "closed")
VERIFICATION_STATES = ("current", "due", "expired", "unverified")
VISIBILITIES = ("public", "withdrawn")

CHANNEL_KINDS = (
    "web_form",
    "encrypted_form",
    "email",
    "phone",
    "hotline",
    "signal",
    "whatsapp",
    "telegram",
    "onion",
    "sms",
    "postal",
)

CHANNEL_LABELS = (
    "general",
    "emergency",
    "applications",
    "legal",
    "psychosocial",
    "digital_security",
    "family",
    "training",
    "press",
)

# Temporary protection: who may apply, and whether applications are taken on a day.
APPLICANTS = ("self", "organisation", "nominator")
CALL_STATES = ("open", "upcoming", "unknown", "closed")

TRAINING_TOPICS = (
    "risk_analysis",
    "protection_plans",
    "digital_security",
    "psychosocial",
    "international_mechanisms",
    "hosting",
    "other_topics",
)
TRAINING_MODES = ("online", "in_person", "mixed")
TRAINING_COSTS = ("free", "paid", "scholarship", "unknown")
TRAINING_STATES = ("running", "upcoming", "on_request", "unknown", "past")

# A region is a set of countries (``territories.py``); "worldwide" is every country.
REGIONS = ("africa", "americas", "asia", "europe", "oceania", "mena")
WORLDWIDE = "worldwide"
AREAS = (WORLDWIDE, *REGIONS)

# From the finest to the coarsest.
PRECISIONS = ("exact", "city", "country", "hidden")


def precision_rank(precision):
    """Return 0 for the finest precision and more for each coarser one; ValueError for an unknown code."""
    return PRECISIONS.index(precision)


def coarser_or_equal(precision, other):
    """Say whether the first precision gives away no more than the other."""
    return precision_rank(precision) >= precision_rank(other)
