"""The one rule of groups: they divide the channels that are split into them."""

from __future__ import annotations

from studycards.engine.errors import LayerError


def check_groups(groups: int, channels: int) -> None:
    """Refuse a number of groups that does not divide the channels of the input.

    Raises:
        LayerError: channels are left over.
    """
    if channels % groups:
        raise LayerError(
            "engine.groups_inputs",
            "groups={groups} does not divide the {channels} input channels: {channels} mod {groups} = {rest}",
            groups=groups,
            channels=channels,
            rest=channels % groups,
        )


def check_output_groups(groups: int, channels: int) -> None:
    """Refuse a number of groups that does not divide the channels of the output.

    Raises:
        LayerError: channels are left over.
    """
    if channels % groups:
        raise LayerError(
            "engine.groups_outputs",
            "groups={groups} does not divide out_channels={channels}: {channels} mod {groups} = {rest}",
            groups=groups,
            channels=channels,
            rest=channels % groups,
        )
