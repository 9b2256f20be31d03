"""Mends what the parser of English news gets wrong again and again, where grammar alone decides.

Each rule looks at one verb and hangs words elsewhere; and what kind of word one is
with them: labels, heads, children, tags, kinds of name and, with them, lemmas are all it sets.
"""

from collections.abc import Callable

from converters.language.mending.answers import (
    answer_behind_clause,
    claim_before_name,
    claim_beside_object,
    claim_that_is_answered,
)
from converters.language.mending.gaps import (
    counted_conjunct,
    left_so,
    listed_casualties,
    passive_in_a_row,
    relative_clause_of_root,
    relative_object,
    subject_beside_verb,
)
from converters.language.mending.headlines import casualties_of_heading
from converters.language.mending.kinds import (
    deed_of_heading,
    demand_of_heading,
    former_holder,
    missing,
    number_like_a_date,
    verb_like_a_noun,
)
from converters.language.mending.lists import (
    beside_apposition,
    item_of_wishes,
    list_behind_first,
    numbers_by_place,
    outcome_beside_end,
    whole_before_whole,
)
from converters.language.mending.passives import (
    believed_to,
    conviction,
    counted_by_what_befell,
    doer_behind_label,
    feared_dead,
    handed_punishment,
    held_as,
    left_dead,
    ordered_done,
    participle_before_verb,
    passive_without_auxiliary,
    perfect_infinitive,
    punishment_behind,
    reduced_participle,
    told_to,
    verdict,
)
from converters.language.mending.phrases import (
    aim_behind_participle,
    asked_of_somebody,
    bounded_number,
    cause_behind_due,
    clause_behind_teller,
    clause_of_story,
    counted_between,
    country_behind_town,
    date_before_noun,
    deed_of_charge,
    doer_before_gerund,
    doer_behind_victims,
    example_of_noun,
    goal_behind_means,
    governed_by_noun,
    governed_preposition,
    harm_of_the_deed,
    held_territory,
    label_behind_thing,
    more_of_them,
    name_before_object,
    neighbour,
    one_more_object,
    one_more_phrase,
    phrase_before_mark,
    place_behind_particle,
    place_behind_time,
    time_of_landmark,
    who_is_cited,
)
from converters.language.mending.speech import (
    both_who_speak,
    called_by_two,
    clause_behind_aside,
    clause_behind_cited,
    clause_behind_claims,
    clause_behind_doer,
    clause_behind_hearer,
    clause_behind_medium,
    clause_with_aside,
    closing_speaker,
    closing_speaker_elsewhere,
    harm_of_what_is_told,
    hearsay_in_the_act,
    list_of_what_is_told,
    past_conjunct,
    quoted_as_saying,
    reason_behind_aside,
    speaker_before_day,
    speaker_behind,
    speaker_behind_apposition,
    speaker_in_the_act,
    speaking_conjunct,
    speaking_participle,
    victims_before_speakers,
)
from converters.language.mending.subjects import (
    agreeing_conjunct,
    both_before_comma,
    chosen_of_two,
    clause_after_preposition,
    clause_of_soon,
    clause_of_time,
    deed_behind_conjunction,
    finite_complement,
    gapped_clause,
    gapped_subject,
    list_of_infinitives,
    one_subject,
    parted_main_verb,
    past_behind_infinitive,
    result_of_the_deed,
    stolen_subject,
    subject_behind_mark,
    verb_behind_participle,
    verb_like_a_subject,
)
from converters.language.tree import Doc, Token

OF_VERBS: tuple[Callable[[Token], None], ...] = (
    missing,
    both_before_comma,
    list_behind_first,
    relative_clause_of_root,
    victims_before_speakers,
    both_who_speak,
    hearsay_in_the_act,
    subject_behind_mark,
    verb_like_a_subject,
    demand_of_heading,
    one_subject,
    feared_dead,
    believed_to,
    participle_before_verb,
    told_to,
    speaker_behind_apposition,
    speaker_behind,
    speaker_in_the_act,
    speaker_before_day,
    clause_behind_medium,
    clause_behind_hearer,
    clause_behind_doer,
    clause_behind_cited,
    answer_behind_clause,
    claim_before_name,
    claim_that_is_answered,
    claim_beside_object,
    clause_behind_claims,
    stolen_subject,
    deed_behind_conjunction,
    clause_of_time,
    phrase_before_mark,
    neighbour,
    cause_behind_due,
    clause_of_soon,
    finite_complement,
    clause_after_preposition,
    gapped_subject,
    gapped_clause,
    passive_in_a_row,
    subject_beside_verb,
    relative_object,
    left_so,
    asked_of_somebody,
    chosen_of_two,
    list_of_infinitives,
    past_behind_infinitive,
    doer_behind_label,
    perfect_infinitive,
    held_as,
    handed_punishment,
    punishment_behind,
    left_dead,
    ordered_done,
    verdict,
    conviction,
    harm_of_what_is_told,
    list_of_what_is_told,
    parted_main_verb,
    verb_behind_participle,
    closing_speaker,
    closing_speaker_elsewhere,
    called_by_two,
    clause_behind_aside,
    reason_behind_aside,
    quoted_as_saying,
    doer_before_gerund,
    clause_with_aside,
    label_behind_thing,
    held_territory,
    harm_of_the_deed,
    more_of_them,
    counted_between,
    bounded_number,
    reduced_participle,
    past_conjunct,
    speaking_conjunct,
    speaking_participle,
    agreeing_conjunct,
    goal_behind_means,
    one_more_object,
    name_before_object,
    governed_by_noun,
    governed_preposition,
    aim_behind_participle,
    one_more_phrase,
    deed_of_charge,
    place_behind_particle,
    time_of_landmark,
    result_of_the_deed,
    numbers_by_place,
    example_of_noun,
)
"""In this order."""


def mend(doc: Doc) -> None:
    """Applies the rules to the verbs of a block in text order; last to nouns and numbers, inner before outer."""
    for line in doc.sents:
        casualties_of_heading(line)
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            counted_conjunct(token)
            passive_without_auxiliary(token)
            counted_by_what_befell(token)
        elif token.pos_ == "NOUN":
            date_before_noun(token)
            verb_like_a_noun(token)
            former_holder(token)
            place_behind_time(token)
            who_is_cited(token)
            whole_before_whole(token)
        elif token.pos_ == "PROPN":
            date_before_noun(token)
            place_behind_time(token)
            country_behind_town(token)
        elif token.pos_ == "ADJ":
            counted_conjunct(token)
            listed_casualties(token)
        if token.dep_ == "conj":
            beside_apposition(token)
            outcome_beside_end(token)
        elif token.dep_ == "npadvmod":
            item_of_wishes(token)
        elif token.dep_ == "compound":
            deed_of_heading(token)
    for token in doc:
        if token.children and token.pos_ in {"VERB", "AUX"}:
            for rule in OF_VERBS:
                rule(token)
    for token in reversed(doc):
        if token.children and token.pos_ == "NOUN":
            doer_behind_victims(token)
            clause_of_story(token)
            clause_behind_teller(token)
        elif token.pos_ == "NUM":
            number_like_a_date(token)
