"""A reading less what nobody would look up: entities that bear no name and that nothing is said of."""

from dataclasses import replace

from converters.reading.model import Claim, Reading


def pruned(reading: Reading) -> Reading:
    """The reading without its nameless entities that no claim uses; the others keep their order under new numbers."""
    used = {reading.publisher} | {number for claim in reading.claims for number in speaks_of(claim)}
    kept = [number for number, entity in enumerate(reading.entities) if entity.names or number in used]
    renumbered = {old: new for new, old in enumerate(kept)}
    return replace(
        reading,
        publisher=None if reading.publisher is None else renumbered[reading.publisher],
        entities=tuple(reading.entities[number] for number in kept),
        claims=tuple(_renumbered(claim, renumbered) for claim in reading.claims),
    )


def speaks_of(claim: Claim) -> set[int]:
    """The entities that play a role in a claim or vouch for it, by number."""
    roles = {role.entity for role in claim.roles}
    return {number for number in roles | {voice.source for voice in claim.voices} if number is not None}


def _renumbered(claim: Claim, new: dict[int, int]) -> Claim:
    moved = {old for old in speaks_of(claim) if new[old] != old}
    if not moved:
        return claim
    roles = (replace(role, entity=new[role.entity]) if role.entity in moved else role for role in claim.roles)
    voices = (replace(voice, source=new[voice.source]) if voice.source in moved else voice for voice in claim.voices)
    return replace(claim, roles=tuple(roles), voices=tuple(voices))
