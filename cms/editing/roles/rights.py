"""The questions that admin screens ask about the person in front of them."""

from cms.roles.rights import languages_of, may_be_reviewer, may_change, may_publish_alone, may_review

__all__ = ["languages_of", "may_be_reviewer", "may_change", "may_publish_alone", "may_review"]
