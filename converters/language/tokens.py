"""Words that need care before parsing, as data: `ontology/lexicon/tokens.yaml`."""

from collections.abc import Callable
from functools import cache
from typing import Any

import yaml

from converters.resources import resource


@cache
def _data() -> dict[str, Any]:
    text = resource("ontology", "lexicon", "tokens.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def _listed(name: str) -> Callable[[], frozenset[str]]:
    """One of the lists, read from the file when it is first asked for."""

    @cache
    def words() -> frozenset[str]:
        return frozenset(_data()[name])

    return words


@cache
def fixed_tokens() -> dict[str, str]:
    """Words that must stay one token ("cease-fire"), with the lemma the lexicon lists them under ("ceasefire")."""
    return dict(_data()["fixed"])


@cache
def mistaken_names() -> dict[str, str]:
    """Names that the language model takes for a word ("IS"), and one it knows that is used alike ("isis")."""
    return dict(_data()["mistaken"])


@cache
def lemmas() -> dict[str, str]:
    """Words to which the language model gives the lemma of another ("corpses"), with their own."""
    return dict(_data()["lemmas"])


names_of_one_letter = _listed("one_letter")
"""Names that a full stop behind them ends no part of ("said on X.")."""
abbreviated_titles = _listed("titles")
"""Titles that end in a full stop ("Capt."): no sentence begins right after one."""
locative_prepositions = _listed("locative")
"""Prepositions after which a place is where something happens ("near", "north of")."""
feared_states = _listed("feared")
"""What people are feared to be ("dead")."""
reasoning_words = _listed("reasoning")
"""Conjunctions of a reason or a condition, which is said by whom the rest is ("because")."""
stories = _listed("stories")
"""Nouns for what can be told ("the story that the king had fled")."""
publishing_verbs = _listed("publishing")
"""What is done to a story as a text ("the report that the ministry suppressed")."""
noun_prefixes = _listed("noun_prefixes")
"""What stands before a hyphen and a noun, and only says which one is meant ("ex-minister")."""
opposing_prefixes = _listed("opposing_prefixes")
"""What stands before a hyphen and what does nothing to what is behind both ("anti-war protests")."""
denying_prefixes = _listed("denying_prefixes")
"""Prefixes of what does not happen ("non-proliferation")."""
manners = _listed("manners")
"""What stands behind "by" and does nothing ("by 60 votes", "by mistake")."""
bare_manners = _listed("bare_manners")
"""What does nothing behind "by" in the singular without an article ("by force")."""
connecting_prepositions = _listed("connecting")
"""Prepositions between the ends of a way, both of which it touches."""
inclusive_prepositions = _listed("inclusive")
"""Prepositions after which members of a group are named ("including")."""
parting_prepositions = _listed("apart")
"""Prepositions whose object lies at another time than what they depend on ("after")."""
parting_from_deeds = _listed("apart_deeds")
"""Prepositions that part a deed from what is done about it ("jailed for spying")."""
compound_prepositions = _listed("compound")
"""Prepositions with a noun in them that names nothing ("in front of")."""
joining_conjunctions = _listed("together")
"""Conjunctions of what happens at one time ("when")."""
attributive_participles = _listed("attributive")
"""Participles before a place that say which one it is ("neighbouring Chad")."""
attacking_verbs = _listed("attacking")
"""Verbs of attacking ("ambushed a patrol of soldiers killing two")."""
leaving_verbs = _listed("leaving")
sending_verbs = _listed("sending")
subjecting_verbs = _listed("subjecting")
"""Verbs behind whose object stands what becomes of it ("left ten dead")."""
subordinating_prepositions = _listed("subordinating")
"""Prepositions that open a clause as well ("after")."""
prepositions_of_means = _listed("means")
"""Prepositions of the means by which something goes somewhere ("via")."""
transitive_verbs = _listed("transitive")
"""Verbs that never lack their object, so that without one they are passive ("and the village torched")."""
sharing_verbs = _listed("sharing")
"""Verbs that may share an object with the next ("shoot" in "shot and killed a man")."""
speaking_verbs = _listed("speaking")
"""Verbs of which only who speaks is the subject ("demand")."""
verbs_of_own_subject = _listed("own_subject")
"""Verbs whose subject does what their infinitive tells, whatever their object is ("use")."""
particle_idioms = _listed("particle_idioms")
"""Verbs whose bare object is like a particle, with it and the preposition behind ("take part in")."""
aiming_verbs = _listed("aiming")
targeting_verbs = _listed("targeting")
"""Verbs of directing something at somebody ("aim")."""
slaying_verbs = _listed("slaying")
"""Verbs with "dead" behind their object ("shot dead", "found dead")."""
perceiving_verbs = _listed("perceiving")
"""Verbs of what happens before one's eyes ("the raid saw two men killed")."""
ordering_verbs = _listed("ordering")
"""Verbs behind whose object stands what is to be done with it ("order")."""
yielding_verbs = _listed("yielding")
"""Verbs with which "over" is a particle, also before a number ("hand over")."""
blaming_verbs = _listed("blaming")
"""Verbs whose object is a deed where "on" says who did it ("an attack that it blamed on rebels")."""
believing_verbs = _listed("believing")
"""Verbs whose passive says what somebody believes ("is convinced that")."""
hearsay_verbs = _listed("hearsay")
"""Verbs that only in the passive take an infinitive ("said to be")."""
charging_verbs = _listed("charging")
"""Verbs that say behind a preposition what somebody is to have done ("accused of burning homes")."""
closing_verbs = _listed("closing")
"""Verbs of saying that may close a sentence behind who says it ("report")."""
holding_verbs = _listed("holding")
"""Verbs of holding a place ("occupy")."""
telling_verbs = _listed("telling")
"""Verbs by which somebody tells of a deed that is not theirs ("report", "blame")."""
using_verbs = _listed("using")
"""Verbs of using something for a purpose ("use")."""
finding_verbs = _listed("finding")
"""Verbs of being guilty, or not, before a court ("find", "plead")."""
befallen = _listed("befallen")
"""What people are after a disaster ("missing"), besides the participles of verbs that never lack their object."""
bounding_prepositions = _listed("bounding")
"""Prepositions that before a number say how far it holds ("over")."""
leading_participles = _listed("leading")
"""Participles behind the name of who does something ("led" in "a rebel-led attack")."""
past_adverbs = _listed("before_now")
"""Adverbs that put a past before what is told in the present ("recently")."""
answering_verbs = _listed("answering")
"""Verbs of saying that something that was said is so or is not ("deny")."""
answerable_nouns = _listed("answerable")
"""Words for what was said that somebody may deny ("claim")."""
harms = _listed("harms")
"""What befalls people and things, told as a noun ("death")."""
endings = _listed("endings")
"""Words for the end of something ("an end to the siege")."""
outcomes = _listed("outcomes")
"""Words for what is wanted beside an end of something ("an end to the siege and the release of hostages")."""
promises = _listed("promises")
"""What binds who gives it and not who gets it ("promise")."""
citing_verbs = _listed("citing")
"""Verbs of giving others' words ("quote")."""
hindering_verbs = _listed("hindering")
"""Verbs of keeping somebody from doing something ("prevent")."""
kinds_of_victims = _listed("victims")
"""What victims are after a deed ("dead")."""
opposing_verbs = _listed("opposing")
"""Verbs about what others intend ("foil")."""
topical_prepositions = _listed("topical")
"""Prepositions of what is only spoken of ("about")."""
urging_verbs = _listed("urging")
"""Verbs of having somebody do something ("urge")."""
informing_verbs = _listed("informing")
"""Verbs whose object hears what is said ("tell")."""
accusing_nouns = _listed("accusing")
"""What somebody is held on ("suspicion")."""
sayings = _listed("sayings")
"""Forms of verbs of saying that are no nouns ("allege")."""
choosing_verbs = _listed("choosing")
"""Verbs of giving somebody a post ("appoint")."""
naming_verbs = _listed("naming")
"""Verbs of calling something what it is taken for ("call")."""
labels = _listed("labels")
"""What something is called without an article ("part" of something, "murder")."""
punishments = _listed("punishments")
"""What a court gives somebody for a deed ("sentence")."""
giving_verbs = _listed("giving")
"""Verbs of giving somebody something ("hand")."""
receiving_verbs = _listed("receiving")
"""Verbs whose subject a punishment is given to ("receive")."""
footings = _listed("footings")
"""Nouns with "on" that tell how somebody speaks, and not about what ("on condition that", "on behalf of")."""
wholes = _listed("wholes")
"""Nouns for all of those who are told apart behind them ("five people, three women and two children")."""
concealments = _listed("concealments")
"""What somebody speaks under who is not named, of which no clause tells anything ("on condition of anonymity that")."""
series = _listed("series")
"""Nouns for so many deeds of a kind, each of which has its doer ("a string of raids by rebels")."""
weekdays = _listed("weekdays")
"""The days of the week ("monday")."""
verdicts = _listed("verdicts")
"""What a court finds somebody ("guilty")."""
kinds_of_captives = _listed("held_as")
"""What people are held as ("held hostage")."""


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


granting_prepositions = _listed("granting")
"""Prepositions whose object is there, whatever becomes of what they depend on ("despite")."""
preceding_prepositions = _listed("preceding")
"""Prepositions whose object comes first, so that it is there if a past has come after it ("after")."""
deeds_of_headings = _listed("deeds_of_headings")
"""Verbs that may lack an object, but stand before one in headings ("attack")."""


@cache
def those_upon_whom() -> dict[str, frozenset[str]]:
    """Nouns that are verbs in headings only before some others, with those others ("US sanctions firms")."""
    return {deed: frozenset(words) for deed, words in _data()["deeds_of_headings_upon"].items()}


@cache
def deeds_of_both() -> dict[str, frozenset[str]]:
    """Nouns that are verbs behind two who do it, with what they do to each other ("trade strikes")."""
    return {deed: frozenset(words) for deed, words in _data()["deeds_of_both"].items()}


reducing_words = _listed("reducing")
"""Conjunctions right behind which a participle stands for a clause ("if")."""
enclosing_prepositions = _listed("enclosing")
"""Prepositions of place behind which a thing may tell where by what it lies in ("at a stall in the town")."""
surface_prepositions = _listed("surface")
"""Prepositions of place that name no country as where something happens ("sanctions on")."""
framing_prepositions = _listed("framing")
"""Prepositions whose object, if it is an event, has the time and place of what they depend on ("during")."""
framing_news = _listed("framing_news")
"""Prepositions of which the same holds where the event is told as new ("arrested in raids")."""
parts_of_day = _listed("parts_of_day")
"""What stands behind a day to say when on it ("Monday night")."""
amounts = _listed("amounts")
"""Nouns that are no more than a number ("thousands")."""
distances = _listed("distances")
converted_units = _listed("converted_units")
"""Units that say how far a place is from another ("30 miles from Avon")."""


def _prepositions_of(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _data()[name]:
        for word in group["words"]:
            found[word] = found.get(word, frozenset()) | frozenset(group["prepositions"])
    return found
