"""A questionnaire in the layouts that survey tools and people read."""

from exports.questionnaire.document import document
from exports.questionnaire.limesurvey import limesurvey
from exports.questionnaire.qualtrics import qualtrics
from exports.questionnaire.question_list import question_list

__all__ = ["document", "limesurvey", "qualtrics", "question_list"]
