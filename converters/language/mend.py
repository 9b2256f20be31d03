"""Mends what the parser of English news gets wrong again and again, where grammar alone decides.

Each rule looks at one word and hangs it or others elsewhere: labels, heads, children, tags, kinds of name and, with
them, lemmas are all that it sets.
"""

from collections.abc import Callable

from converters.language.mending.amounts import (
    all_that_undergo,
    bounded_number,
    counted_between,
    counted_between_before,
    doer_behind_with,
    included_among_many,
    more_of_them,
    particle_before_number,
    reported_killed,
    some_who,
    toll_of_the_attack,
)
from converters.language.mending.answers import (
    answer_behind_clause,
    answer_beside_saying,
    claim_before_name,
    claim_beside_object,
    claim_that_is_answered,
    claims_called_false,
)
from converters.language.mending.charges import (
    cause_behind_due,
    deed_of_charge,
    deed_that_is_blamed,
    deeds_of_charge,
    harm_of_the_deed,
    result_of_charged_deed,
    wanted_for,
)
from converters.language.mending.clauses import (
    clause_after_preposition,
    clause_before_semicolon,
    clause_of_soon,
    clause_of_time,
    deed_behind_conjunction,
    number_behind_day,
    passive_after_preposition,
    result_of_the_deed,
)
from converters.language.mending.closing import (
    both_behind_list,
    both_who_speak,
    clauses_before_speaker,
    closing_speaker,
    closing_speaker_elsewhere,
    reported_by_at_end,
    speaker_behind_quotation,
    speaker_behind_relative,
    speakers_behind_deeds,
    victims_before_speakers,
)
from converters.language.mending.courts import (
    conviction,
    handed_punishment,
    punishment_behind,
    verdict,
)
from converters.language.mending.days import (
    day_of_saying,
)
from converters.language.mending.embedded import (
    said_of_noun,
)
from converters.language.mending.gaps import (
    clause_of_said_noun,
    counted_conjunct,
    deed_behind_then,
    deed_of_noun,
    killed_with_it,
    listed_casualties,
    main_verb_of_root,
    passive_behind_phrase,
    passive_in_a_row,
    past_in_a_row,
    past_like_a_participle,
    relative_behind_day,
    relative_clause_of_root,
    relative_object,
    subject_beside_verb,
    verb_behind_apposition,
)
from converters.language.mending.headlines import (
    casualties_of_heading,
)
from converters.language.mending.kinds import (
    claim_of_heading,
    claim_to_have,
    clause_like_a_noun,
    deed_beside_object,
    deed_like_a_gerund,
    deed_like_an_attribute,
    deed_of_both,
    deed_of_heading,
    demand_of_heading,
    doer_like_an_object,
    former_holder,
    missing,
    noun_with_object,
    number_like_a_date,
    object_like_a_verb,
    opposed_thing,
    people_like_a_participle,
    preposition_like_a_name,
    thing_that_carries,
    verb_like_a_noun,
)
from converters.language.mending.labels import (
    country_behind_town,
    example_of_noun,
    held_territory,
    label_behind_thing,
    name_before_object,
    neighbour,
    thing_behind_label,
    who_is_cited,
)
from converters.language.mending.lists import (
    acronym_of_body,
    beside_apposition,
    beside_with_and,
    clause_of_the_list,
    deed_beside_deed,
    deeds_of_one_object,
    harm_beside_harm,
    harmed_as_well,
    item_like_a_verb,
    item_of_subjects,
    item_of_wishes,
    list_behind_first,
    name_in_apposition,
    numbers_by_place,
    object_behind_means,
    outcome_beside_end,
    whole_before_whole,
)
from converters.language.mending.parted import (
    deed_of_behind_day,
    doer_behind_series,
    who_of_town,
)
from converters.language.mending.participles import (
    main_verb_behind_aside,
    participle_before_verb,
    participle_like_a_subject,
    participle_of_deed,
    participle_of_root,
    reduced_participle,
    verb_like_an_attribute,
)
from converters.language.mending.passives import (
    believed_to,
    counted_by_what_befell,
    doer_behind_company,
    doer_behind_label,
    feared_dead,
    found_by_to_have,
    held_as,
    inverted_passive,
    left_dead,
    ordered_done,
    passive_without_auxiliary,
    perfect_infinitive,
    seen_done,
    shot_dead,
    some_of_them_undergo,
    told_in_a_row,
    told_to,
)
from converters.language.mending.phrases import (
    aim_behind_participle,
    asked_of_somebody,
    clause_behind_teller,
    clause_of_story,
    date_before_noun,
    deed_behind_to,
    doer_before_gerund,
    doer_behind_victims,
    gerund_behind_into,
    goal_behind_means,
    governed_by_noun,
    governed_preposition,
    object_like_a_particle,
    one_more_object,
    one_more_phrase,
    particle_before_adverb,
    phrase_before_mark,
    place_behind_particle,
    place_behind_time,
    sides_of_what_is_reported,
    stretch_of_object,
    time_of_landmark,
)
from converters.language.mending.posts import (
    chosen_in_apposition,
    post_before_name,
)
from converters.language.mending.sequels import (
    deed_of_those_seen,
    harm_behind_saying,
    past_beside_present,
    past_conjunct,
    past_of_what_is_told,
    perfect_of_the_list,
    presumed_state,
    speaker_beside_speaker,
    speaking_conjunct,
    speaking_participle,
)
from converters.language.mending.speakers import (
    body_before_speaker,
    called_by_two,
    deed_behind_aside,
    hearsay_in_the_act,
    quoted_as_saying,
    reporter_behind,
    saying_of_quoted,
    speaker_before_day,
    speaker_behind,
    speaker_behind_apposition,
    speaker_behind_name,
    speaker_in_the_act,
    verb_before_name,
)
from converters.language.mending.states import (
    both_killed,
    counted_behind_with,
    counted_state,
    left_so,
    states_in_a_row,
)
from converters.language.mending.subjects import (
    agreeing_conjunct,
    both_before_comma,
    chosen_of_two,
    deed_behind_perfect,
    deed_of_the_list,
    finite_complement,
    gapped_clause,
    gapped_subject,
    list_of_infinitives,
    many_who,
    one_subject,
    parted_main_verb,
    past_behind_infinitive,
    stolen_subject,
    subject_behind_mark,
    subject_behind_phrase,
    subject_like_an_object,
    those_on_board,
    verb_behind_participle,
    verb_like_a_subject,
    words_of_auxiliary,
)
from converters.language.mending.told import (
    cited_by_speaker,
    clause_behind_according,
    clause_behind_aside,
    clause_behind_cited,
    clause_behind_claims,
    clause_behind_doer,
    clause_behind_hearer,
    clause_behind_medium,
    clause_with_aside,
    clause_with_that,
    harm_of_what_is_told,
    hearer_before_subject,
    list_of_what_is_told,
    reason_behind_aside,
    subject_before_aside,
    that_beside_that,
)
from converters.language.tree import Doc, Token

OF_VERBS: tuple[Callable[[Token], None], ...] = (
    words_of_auxiliary,
    deed_behind_to,
    clause_before_semicolon,
    missing,
    verb_before_name,
    body_before_speaker,
    subject_before_aside,
    said_of_noun,
    deed_of_noun,
    both_before_comma,
    list_behind_first,
    relative_clause_of_root,
    main_verb_of_root,
    clause_of_said_noun,
    victims_before_speakers,
    speakers_behind_deeds,
    both_who_speak,
    hearsay_in_the_act,
    subject_behind_mark,
    verb_like_a_subject,
    demand_of_heading,
    subject_behind_phrase,
    post_before_name,
    one_subject,
    feared_dead,
    believed_to,
    main_verb_behind_aside,
    wanted_for,
    participle_of_root,
    participle_of_deed,
    doer_behind_company,
    participle_before_verb,
    participle_like_a_subject,
    told_to,
    told_in_a_row,
    inverted_passive,
    speaker_behind_apposition,
    speaker_behind,
    speaker_behind_name,
    reporter_behind,
    speaker_in_the_act,
    speaker_before_day,
    clause_behind_medium,
    clause_behind_according,
    hearer_before_subject,
    clause_behind_hearer,
    clause_behind_doer,
    clause_with_that,
    cited_by_speaker,
    clause_behind_cited,
    answer_behind_clause,
    answer_beside_saying,
    claims_called_false,
    claim_before_name,
    claim_that_is_answered,
    claim_beside_object,
    clause_behind_claims,
    number_behind_day,
    stolen_subject,
    both_who_speak,
    both_behind_list,
    day_of_saying,
    deed_behind_conjunction,
    deed_behind_then,
    clause_of_time,
    phrase_before_mark,
    neighbour,
    cause_behind_due,
    clause_of_soon,
    finite_complement,
    subject_like_an_object,
    clause_after_preposition,
    passive_after_preposition,
    gapped_subject,
    gapped_clause,
    passive_in_a_row,
    past_in_a_row,
    past_like_a_participle,
    relative_behind_day,
    subject_beside_verb,
    relative_object,
    left_so,
    states_in_a_row,
    both_killed,
    killed_with_it,
    asked_of_somebody,
    chosen_of_two,
    list_of_infinitives,
    past_behind_infinitive,
    doer_behind_label,
    perfect_infinitive,
    found_by_to_have,
    shot_dead,
    held_as,
    seen_done,
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
    deed_behind_aside,
    closing_speaker,
    speaker_behind_quotation,
    speaker_behind_relative,
    reported_by_at_end,
    closing_speaker_elsewhere,
    clauses_before_speaker,
    called_by_two,
    clause_behind_aside,
    reason_behind_aside,
    doer_before_gerund,
    clause_with_aside,
    that_beside_that,
    label_behind_thing,
    thing_behind_label,
    held_territory,
    harm_of_the_deed,
    toll_of_the_attack,
    more_of_them,
    object_like_a_particle,
    counted_between,
    counted_between_before,
    particle_before_number,
    particle_before_adverb,
    stretch_of_object,
    bounded_number,
    reduced_participle,
    past_conjunct,
    past_of_what_is_told,
    past_beside_present,
    clause_of_the_list,
    speaker_beside_speaker,
    speaking_conjunct,
    speaking_participle,
    harm_behind_saying,
    perfect_of_the_list,
    deed_of_those_seen,
    presumed_state,
    some_of_them_undergo,
    agreeing_conjunct,
    deed_behind_perfect,
    deed_of_the_list,
    goal_behind_means,
    one_more_object,
    name_before_object,
    governed_by_noun,
    governed_preposition,
    all_that_undergo,
    sides_of_what_is_reported,
    quoted_as_saying,
    saying_of_quoted,
    aim_behind_participle,
    one_more_phrase,
    deed_of_charge,
    deed_that_is_blamed,
    deeds_of_charge,
    result_of_charged_deed,
    reported_killed,
    place_behind_particle,
    time_of_landmark,
    result_of_the_deed,
    numbers_by_place,
    example_of_noun,
    included_among_many,
)
"""In this order."""


def mend(doc: Doc) -> None:
    """Applies the rules to the verbs of a block in text order; last to nouns and numbers, inner before outer."""
    for line in doc.sents:
        casualties_of_heading(line)
    for token in doc:
        opposed_thing(token)
        if token.pos_ in {"VERB", "AUX"}:
            chosen_in_apposition(token)
            thing_that_carries(token)
            people_like_a_participle(token)
            some_who(token)
            doer_behind_with(token)
            gerund_behind_into(token)
            counted_conjunct(token)
            passive_without_auxiliary(token)
            counted_by_what_befell(token)
            verb_like_an_attribute(token)
            deed_like_an_attribute(token)
            clause_like_a_noun(token)
            doer_like_an_object(token)
            deed_like_a_gerund(token)
            verb_behind_apposition(token)
            passive_behind_phrase(token)
            object_like_a_verb(token)
            item_like_a_verb(token)
            item_of_subjects(token)
            counted_state(token)
        elif token.pos_ == "NOUN":
            date_before_noun(token)
            verb_like_a_noun(token)
            noun_with_object(token)
            deed_beside_object(token)
            claim_to_have(token)
            former_holder(token)
            place_behind_time(token)
            those_on_board(token)
            who_is_cited(token)
            whole_before_whole(token)
            deed_beside_deed(token)
            claim_of_heading(token)
            deed_of_behind_day(token)
            doer_behind_series(token)
        elif token.pos_ == "PROPN":
            preposition_like_a_name(token)
            date_before_noun(token)
            place_behind_time(token)
            those_on_board(token)
            country_behind_town(token)
            claim_of_heading(token)
        elif token.pos_ == "ADJ":
            passive_behind_phrase(token)
            counted_conjunct(token)
            counted_state(token)
            listed_casualties(token)
            counted_behind_with(token)
        elif token.pos_ == "PRON" and token.lower_ == "who":
            many_who(token)
            who_of_town(token)
        if token.dep_ == "conj":
            name_in_apposition(token)
            beside_apposition(token)
            deeds_of_one_object(token)
            outcome_beside_end(token)
            harm_beside_harm(token)
            harmed_as_well(token)
            object_behind_means(token)
        elif token.dep_ == "appos":
            object_behind_means(token)
            acronym_of_body(token)
            beside_with_and(token)
        elif token.dep_ == "npadvmod":
            item_of_wishes(token)
        elif token.dep_ == "compound":
            deed_of_both(token)
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
