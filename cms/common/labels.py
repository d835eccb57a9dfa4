"""Human labels of the codes that have no Category: code -> lazy label, in display order.

The order is that of ``vocabularies.py``; ``list(LABELS.items())`` serves as the choices of a model field.
"""

from django.utils.translation import gettext_lazy as _

CATEGORY_KIND_LABELS = {
    "role": _("Role"),
    "service": _("Service"),
    "audience": _("Who it helps"),
}

NEED_LABELS = {
    "psychosocial": _("Psychosocial support"),
    "legal": _("Legal help"),
    "economic": _("Economic support"),
    "denunciation": _("Public denunciation"),
    "personal_and_family": _("Personal and family protection"),
    "security": _("Security and accompaniment"),
}

ORGANISATION_TYPE_LABELS = {
    "ngo": _("Non-governmental organisation"),
    "network": _("Network"),
    "programme": _("Programme"),
    "government": _("Government"),
    "intergovernmental": _("Intergovernmental organisation"),
    "academic": _("Academic institution"),
    "other": _("Other kind of organisation"),
}

RESPONSE_TIME_LABELS = {
    "within_2h": _("Answers within 2 hours"),
    "within_24h": _("Answers within 24 hours"),
    "within_week": _("Answers within a week"),
    "longer": _("Takes more than a week to answer"),
}

INTAKE_STATUS_LABELS = {
    "open": _("Takes new cases"),
    "limited": _("Takes few new cases"),
    "closed": _("Takes no new cases"),
}

VERIFICATION_LABELS = {
    "current": _("Verified"),
    "due": _("To be verified again"),
    "expired": _("Verification expired"),
    "unverified": _("Not verified"),
}

VISIBILITY_LABELS = {
    "public": _("Public"),
    "withdrawn": _("Withdrawn"),
}

CHANNEL_KIND_LABELS = {
    "web_form": _("Web form"),
    "encrypted_form": _("Encrypted form"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "hotline": _("Hotline"),
    "signal": _("Signal"),
    "whatsapp": _("WhatsApp"),
    "telegram": _("Telegram"),
    "onion": _("Onion address (Tor)"),
    "sms": _("Text message (SMS)"),
    "postal": _("Post"),
}

CHANNEL_LABEL_LABELS = {
    "general": _("General enquiries"),
    "emergency": _("Emergencies"),
    "applications": _("Applications and requests for protection"),
    "legal": _("Legal advice"),
    "psychosocial": _("Psychosocial care"),
    "digital_security": _("Digital security"),
    "family": _("Families and relatives"),
    "training": _("Training requests"),
    "press": _("Press"),
}

APPLICANT_LABELS = {
    "self": _("The defender herself or himself"),
    "organisation": _("An organisation the defender belongs to"),
    "nominator": _("Somebody who nominates the defender"),
}

CALL_STATE_LABELS = {
    "open": _("Open now"),
    "upcoming": _("Opens later"),
    "unknown": _("Dates not known"),
    "closed": _("Closed now"),
}

TRAINING_TOPIC_LABELS = {
    "risk_analysis": _("Risk analysis"),
    "protection_plans": _("Protection plans"),
    "digital_security": _("Digital security"),
    "psychosocial": _("Psychosocial care"),
    "international_mechanisms": _("International protection mechanisms"),
    "hosting": _("Hosting defenders"),
    "other_topics": _("Other topics"),
}

TRAINING_MODE_LABELS = {
    "online": _("Online"),
    "in_person": _("In person"),
    "mixed": _("Partly online, partly in person"),
}

TRAINING_COST_LABELS = {
    "free": _("Free of charge"),
    "paid": _("Has to be paid for"),
    "scholarship": _("Has to be paid for; there are scholarships"),
    "unknown": _("Cost not known"),
}

TRAINING_STATE_LABELS = {
    "running": _("Under way"),
    "upcoming": _("Starts later"),
    "on_request": _("Given when a group asks for it"),
    "unknown": _("Dates not known"),
    "past": _("Over"),
}

AREA_LABELS = {
    "worldwide": _("The whole world"),
    "africa": _("Africa"),
    "americas": _("The Americas"),
    "asia": _("Asia"),
    "europe": _("Europe"),
    "oceania": _("Oceania"),
    "mena": _("Middle East and North Africa"),
}

PRECISION_LABELS = {
    "exact": _("Exact place"),
    "city": _("City"),
    "country": _("Country only"),
    "hidden": _("Hidden"),
}
