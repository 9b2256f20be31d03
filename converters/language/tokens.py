"""Words that need care before parsing, as data: `ontology/lexicon/tokens.yaml`."""

from functools import cache
from typing import Any

import yaml

from converters.resources import resource


@cache
def fixed_tokens() -> dict[str, str]:
    """Words that must stay one token ("cease-fire"), with the lemma the lexicon lists them under ("ceasefire")."""
    return dict(_data()["fixed"])


@cache
def mistaken_names() -> dict[str, str]:
    """Names that the language model takes for a word ("IS"), and one it knows that is used alike ("isis")."""
    return dict(_data()["mistaken"])


@cache
def abbreviated_titles() -> frozenset[str]:
    """Titles that end in a full stop ("Capt."): no sentence begins right after one."""
    return frozenset(_data()["titles"])


@cache
def locative_prepositions() -> frozenset[str]:
    """Prepositions after which a place is where something happens ("near", "north of")."""
    return frozenset(_data()["locative"])


@cache
def feared_states() -> frozenset[str]:
    """What people are feared to be ("dead")."""
    return frozenset(_data()["feared"])


@cache
def reasoning_words() -> frozenset[str]:
    """Conjunctions of a reason or a condition, which is said by whom the rest is ("because")."""
    return frozenset(_data()["reasoning"])


@cache
def stories() -> frozenset[str]:
    """Nouns for what can be told ("the story that the king had fled")."""
    return frozenset(_data()["stories"])


@cache
def publishing_verbs() -> frozenset[str]:
    """What is done to a story as a text ("the report that the ministry suppressed")."""
    return frozenset(_data()["publishing"])


@cache
def noun_prefixes() -> frozenset[str]:
    """What stands before a hyphen and a noun, and only says which one is meant ("ex-minister")."""
    return frozenset(_data()["noun_prefixes"])


@cache
def manners() -> frozenset[str]:
    """What stands behind "by" and does nothing ("by 60 votes", "by mistake")."""
    return frozenset(_data()["manners"])


@cache
def connecting_prepositions() -> frozenset[str]:
    """Prepositions between the ends of a way, both of which it touches."""
    return frozenset(_data()["connecting"])


@cache
def inclusive_prepositions() -> frozenset[str]:
    """Prepositions after which members of a group are named ("including")."""
    return frozenset(_data()["inclusive"])


@cache
def parting_prepositions() -> frozenset[str]:
    """Prepositions whose object lies at another time than what they depend on ("after")."""
    return frozenset(_data()["apart"])


@cache
def parting_from_deeds() -> frozenset[str]:
    """Prepositions that part a deed from what is done about it ("jailed for spying")."""
    return frozenset(_data()["apart_deeds"])


@cache
def compound_prepositions() -> frozenset[str]:
    """Prepositions with a noun in them that names nothing ("in front of")."""
    return frozenset(_data()["compound"])


@cache
def joining_conjunctions() -> frozenset[str]:
    """Conjunctions of what happens at one time ("when")."""
    return frozenset(_data()["together"])


@cache
def attributive_participles() -> frozenset[str]:
    """Participles before a place that say which one it is ("neighbouring Chad")."""
    return frozenset(_data()["attributive"])


@cache
def leaving_verbs() -> frozenset[str]:
    """Verbs behind whose object stands what becomes of it ("left ten dead")."""
    return frozenset(_data()["leaving"])


@cache
def subordinating_prepositions() -> frozenset[str]:
    """Prepositions that open a clause as well ("after")."""
    return frozenset(_data()["subordinating"])


@cache
def prepositions_of_means() -> frozenset[str]:
    """Prepositions of the means by which something goes somewhere ("via")."""
    return frozenset(_data()["means"])


@cache
def transitive_verbs() -> frozenset[str]:
    """Verbs that never lack their object, so that without one they are passive ("and the village torched")."""
    return frozenset(_data()["transitive"])


@cache
def sharing_verbs() -> frozenset[str]:
    """Verbs that may share an object with the next ("shoot" in "shot and killed a man")."""
    return frozenset(_data()["sharing"])


@cache
def speaking_verbs() -> frozenset[str]:
    """Verbs of which only who speaks is the subject ("demand")."""
    return frozenset(_data()["speaking"])


@cache
def verbs_of_own_subject() -> frozenset[str]:
    """Verbs whose subject does what their infinitive tells, whatever their object is ("use")."""
    return frozenset(_data()["own_subject"])


@cache
def aiming_verbs() -> frozenset[str]:
    """Verbs of directing something at somebody ("aim")."""
    return frozenset(_data()["aiming"])


@cache
def ordering_verbs() -> frozenset[str]:
    """Verbs behind whose object stands what is to be done with it ("order")."""
    return frozenset(_data()["ordering"])


@cache
def believing_verbs() -> frozenset[str]:
    """Verbs whose passive says what somebody believes ("is convinced that")."""
    return frozenset(_data()["believing"])


@cache
def hearsay_verbs() -> frozenset[str]:
    """Verbs that only in the passive take an infinitive ("said to be")."""
    return frozenset(_data()["hearsay"])


@cache
def charging_verbs() -> frozenset[str]:
    """Verbs that say behind a preposition what somebody is to have done ("accused of burning homes")."""
    return frozenset(_data()["charging"])


@cache
def closing_verbs() -> frozenset[str]:
    """Verbs of saying that may close a sentence behind who says it ("report")."""
    return frozenset(_data()["closing"])


@cache
def holding_verbs() -> frozenset[str]:
    """Verbs of holding a place ("occupy")."""
    return frozenset(_data()["holding"])


@cache
def telling_verbs() -> frozenset[str]:
    """Verbs by which somebody tells of a deed that is not theirs ("report", "blame")."""
    return frozenset(_data()["telling"])


@cache
def using_verbs() -> frozenset[str]:
    """Verbs of using something for a purpose ("use")."""
    return frozenset(_data()["using"])


@cache
def finding_verbs() -> frozenset[str]:
    """Verbs of being guilty, or not, before a court ("find", "plead")."""
    return frozenset(_data()["finding"])


@cache
def befallen() -> frozenset[str]:
    """What people are after a disaster ("missing"), besides the participles of verbs that never lack their object."""
    return frozenset(_data()["befallen"])


@cache
def bounding_prepositions() -> frozenset[str]:
    """Prepositions that before a number say how far it holds ("over")."""
    return frozenset(_data()["bounding"])


@cache
def leading_participles() -> frozenset[str]:
    """Participles behind the name of who does something ("led" in "a rebel-led attack")."""
    return frozenset(_data()["leading"])


@cache
def answering_verbs() -> frozenset[str]:
    """Verbs of saying that something that was said is so or is not ("deny")."""
    return frozenset(_data()["answering"])


@cache
def answerable_nouns() -> frozenset[str]:
    """Words for what was said that somebody may deny ("claim")."""
    return frozenset(_data()["answerable"])


@cache
def endings() -> frozenset[str]:
    """Words for the end of something ("an end to the siege")."""
    return frozenset(_data()["endings"])


@cache
def outcomes() -> frozenset[str]:
    """Words for what is wanted beside an end of something ("an end to the siege and the release of hostages")."""
    return frozenset(_data()["outcomes"])


@cache
def promises() -> frozenset[str]:
    """What binds who gives it and not who gets it ("promise")."""
    return frozenset(_data()["promises"])


@cache
def citing_verbs() -> frozenset[str]:
    """Verbs of giving others' words ("quote")."""
    return frozenset(_data()["citing"])


@cache
def hindering_verbs() -> frozenset[str]:
    """Verbs of keeping somebody from doing something ("prevent")."""
    return frozenset(_data()["hindering"])


@cache
def kinds_of_victims() -> frozenset[str]:
    """What victims are after a deed ("dead")."""
    return frozenset(_data()["victims"])


@cache
def opposing_verbs() -> frozenset[str]:
    """Verbs about what others intend ("foil")."""
    return frozenset(_data()["opposing"])


@cache
def topical_prepositions() -> frozenset[str]:
    """Prepositions of what is only spoken of ("about")."""
    return frozenset(_data()["topical"])


@cache
def urging_verbs() -> frozenset[str]:
    """Verbs of having somebody do something ("urge")."""
    return frozenset(_data()["urging"])


@cache
def informing_verbs() -> frozenset[str]:
    """Verbs whose object hears what is said ("tell")."""
    return frozenset(_data()["informing"])


@cache
def accusing_nouns() -> frozenset[str]:
    """What somebody is held on ("suspicion")."""
    return frozenset(_data()["accusing"])


@cache
def naming_verbs() -> frozenset[str]:
    """Verbs of calling something what it is taken for ("call")."""
    return frozenset(_data()["naming"])


@cache
def labels() -> frozenset[str]:
    """What something is called without an article ("part" of something, "murder")."""
    return frozenset(_data()["labels"])


@cache
def punishments() -> frozenset[str]:
    """What a court gives somebody for a deed ("sentence")."""
    return frozenset(_data()["punishments"])


@cache
def giving_verbs() -> frozenset[str]:
    """Verbs of giving somebody something ("hand")."""
    return frozenset(_data()["giving"])


@cache
def receiving_verbs() -> frozenset[str]:
    """Verbs whose subject a punishment is given to ("receive")."""
    return frozenset(_data()["receiving"])


@cache
def weekdays() -> frozenset[str]:
    """The days of the week ("monday")."""
    return frozenset(_data()["weekdays"])


@cache
def verdicts() -> frozenset[str]:
    """What a court finds somebody ("guilty")."""
    return frozenset(_data()["verdicts"])


@cache
def kinds_of_captives() -> frozenset[str]:
    """What people are held as ("held hostage")."""
    return frozenset(_data()["held_as"])


@cache
def governing_verbs() -> dict[str, frozenset[str]]:
    """Verbs with the prepositions that belong to them and not to the object before ("blame" - "on")."""
    return _prepositions_of("governing")


@cache
def governing_nouns() -> dict[str, frozenset[str]]:
    """Nouns with the prepositions that belong to them right behind them ("ban" - "on")."""
    return _prepositions_of("governing_nouns")


@cache
def addressing_verbs() -> dict[str, frozenset[str]]:
    """Verbs with the prepositions behind which stands who is to do something ("call" - "on")."""
    return _prepositions_of("addressing")


@cache
def granting_prepositions() -> frozenset[str]:
    """Prepositions whose object is there, whatever becomes of what they depend on ("despite")."""
    return frozenset(_data()["granting"])


@cache
def preceding_prepositions() -> frozenset[str]:
    """Prepositions whose object comes first, so that it is there if a past has come after it ("after")."""
    return frozenset(_data()["preceding"])


@cache
def deeds_of_headings() -> frozenset[str]:
    """Verbs that may lack an object, but stand before one in headings ("attack")."""
    return frozenset(_data()["deeds_of_headings"])


@cache
def those_upon_whom() -> dict[str, frozenset[str]]:
    """Nouns that are verbs in headings only before some others, with those others ("US sanctions firms")."""
    return {deed: frozenset(words) for deed, words in _data()["deeds_of_headings_upon"].items()}


@cache
def reducing_words() -> frozenset[str]:
    """Conjunctions right behind which a participle stands for a clause ("if")."""
    return frozenset(_data()["reducing"])


@cache
def enclosing_prepositions() -> frozenset[str]:
    """Prepositions of place behind which a thing may tell where by what it lies in ("at a stall in the town")."""
    return frozenset(_data()["enclosing"])


@cache
def surface_prepositions() -> frozenset[str]:
    """Prepositions of place that name no country as where something happens ("sanctions on")."""
    return frozenset(_data()["surface"])


@cache
def framing_prepositions() -> frozenset[str]:
    """Prepositions whose object, if it is an event, has the time and place of what they depend on ("during")."""
    return frozenset(_data()["framing"])


@cache
def framing_news() -> frozenset[str]:
    """Prepositions of which the same holds where the event is told as new ("arrested in raids")."""
    return frozenset(_data()["framing_news"])


@cache
def distances() -> frozenset[str]:
    """Units that say how far a place is from another ("30 miles from Avon")."""
    return frozenset(_data()["distances"])


def _prepositions_of(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _data()[name]:
        for word in group["words"]:
            found[word] = found.get(word, frozenset()) | frozenset(group["prepositions"])
    return found


@cache
def _data() -> dict[str, Any]:
    text = resource("ontology", "lexicon", "tokens.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
