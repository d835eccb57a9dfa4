"""What each endpoint is for: one row per endpoint and action, by the names they have in the code.

`query` and `example` are a row of the contract's own table: what is asked, and the name of the answer that is kept.
"""

from dataclasses import dataclass

ORGANISATIONS, GUIDANCE, PAGES, DOCUMENTS, FILES = (
    "Organisations",
    "Guidance",
    "Pages",
    "About the API",
    "Published files",
)

TAGS = (
    (
        ORGANISATIONS,
        "The directory: who accompanies and protects human rights defenders, and the codes used for it.",
    ),
    (GUIDANCE, "Programmes of temporary protection, trainings, and words of those who defend rights."),
    (PAGES, "The pages of the guidance site, by Wagtail's API v2."),
    (FILES, "Everything at once, as files that answer even when the database does not."),
    (DOCUMENTS, "This description, for programs and for people."),
)


@dataclass(frozen=True)
class Operation:
    """What an action of an endpoint is for.

    `answer` names the component it answers with (or one of `answers.PLAIN`), None for a redirect. `statuses` are
    those beside the usual ones.
    """

    id: str
    tag: str
    summary: str
    description: str
    answer: str | None
    example: str = ""
    query: str = ""
    statuses: tuple[int, ...] = ()


OPERATIONS: dict[tuple[str, str], Operation] = {
    ("organisations", "listing_view"): Operation(
        "listOrganisations",
        ORGANISATIONS,
        "Organisations, filtered and ordered",
        "Different names must all match. If you need all organisations at once, take the published file instead: it "
        "is one request.",
        "OrganisationList",
        "organisations_country.eu",
        "lang=eu&country=CO&limit=3",
    ),
    ("organisations", "detail_view"): Operation(
        "getOrganisation",
        ORGANISATIONS,
        "One organisation",
        "With a `preview_token` the draft of it.",
        "Organisation",
        "organisation.eu",
        "lang=eu",
        statuses=(404,),
    ),
    ("organisations", "find_view"): Operation(
        "findOrganisation",
        ORGANISATIONS,
        "Find an organisation by its slug",
        "Redirects to the detail: `302`, or `301` from a slug the organisation had before.",
        None,
        query="slug=abaco",
        statuses=(301, 302, 404),
    ),
    ("categories", "listing_view"): Operation(
        "listCategories",
        ORGANISATIONS,
        "The codes for roles, services and audiences, with their labels",
        "All of them at once, in the order in which they are shown. The editors may add categories; a code is never "
        "renamed.",
        "CategoryList",
        "categories_role.eu",
        "lang=eu&kind=role",
    ),
    ("programmes", "listing_view"): Operation(
        "listProgrammes",
        GUIDANCE,
        "Programmes of temporary protection",
        "Open calls first, of these the one that closes soonest; then what opens soonest, what nobody knows, and what "
        "is closed; then by name. A programme is here only while its organisation is public.",
        "ProgrammeList",
        "programmes_open.eu",
        "lang=eu&open=true&family=true&country=ES",
    ),
    ("programmes", "detail_view"): Operation(
        "getProgramme",
        GUIDANCE,
        "One programme",
        "A programme of temporary protection.",
        "Programme",
        "programme.eu",
        "lang=eu",
        statuses=(404,),
    ),
    ("trainings", "listing_view"): Operation(
        "listTrainings",
        GUIDANCE,
        "Trainings in protection",
        "What is under way or still to come first, by its first day; then what groups can ask for, what nobody knows, "
        "and what is over; then by name. A training is here only while its organisation is public.",
        "TrainingList",
        "trainings_country.eu",
        "lang=eu&country=CO&language=en",
    ),
    ("trainings", "detail_view"): Operation(
        "getTraining",
        GUIDANCE,
        "One training",
        "A training in protection.",
        "Training",
        "training.eu",
        "lang=eu",
        statuses=(404,),
    ),
    ("testimonies", "listing_view"): Operation(
        "listTestimonies",
        GUIDANCE,
        "Words of those who defend rights",
        "In the order the editors chose. A testimony is here only as long as the person agrees: do not keep it longer "
        "than the answer says, and drop it when it is gone.",
        "TestimonyList",
        "testimonies.eu",
        "lang=eu",
    ),
    ("testimonies", "detail_view"): Operation(
        "getTestimony",
        GUIDANCE,
        "One testimony",
        "Words of somebody who defends rights.",
        "Testimony",
        "testimony.eu",
        "lang=eu",
        statuses=(404,),
    ),
    ("pages", "listing_view"): Operation(
        "listPages",
        PAGES,
        "Guidance pages",
        "Wagtail's own endpoint with its parameters, for public pages only, with `lang` beside its `locale`. Pages do "
        "not fall back to another language.",
        "PageList",
        "pages.eu",
        "lang=eu",
    ),
    ("pages", "detail_view"): Operation(
        "getPage",
        PAGES,
        "One page with its content",
        "A page has one language; `translations` leads to the others. With `lang` a page in another language is a "
        "`404`. With a `preview_token` the draft of it.",
        "Page",
        "page.es",
        statuses=(404,),
    ),
    ("pages", "find_view"): Operation(
        "findPage",
        PAGES,
        "Find a page by its path or its id",
        "Redirects to the detail, with `lang` and `fields`. Say `html_path` or `id`.",
        None,
        query="html_path=/eu/aldi-baterako-babesa/",
        statuses=(302, 404),
    ),
    ("schema", "document"): Operation(
        "getSchema",
        DOCUMENTS,
        "This description, for programs",
        "OpenAPI 3.1.",
        "document",
    ),
    ("docs", "document"): Operation(
        "getDocs",
        DOCUMENTS,
        "This description, for people",
        "A page that needs no scripts and asks nobody else for anything.",
        "page",
    ),
}

# What stands in an address.
PATH_PARAMETERS = {
    "pages": "Number of the page on this site.",
    "organisations": "The `id` of the organisation.",
    "programmes": "The `id` of the programme.",
    "trainings": "The `id` of the training.",
    "testimonies": "The `id` of the testimony.",
}
