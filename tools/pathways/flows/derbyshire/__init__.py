"""Derbyshire, the chapter on digital media, bullying and sexting: its ten flows and its safety signals."""

from __future__ import annotations

from pathways.flows.derbyshire.adult import ADULT
from pathways.flows.derbyshire.bullying import BULLYING
from pathways.flows.derbyshire.extremism import EXTREMISM
from pathways.flows.derbyshire.facts import SIGNALS
from pathways.flows.derbyshire.pornography import PORNOGRAPHY
from pathways.flows.derbyshire.risk_assessment import RISK_ASSESSMENT
from pathways.flows.derbyshire.risk_factors import RISK_FACTORS
from pathways.flows.derbyshire.strategy import STRATEGY
from pathways.flows.derbyshire.viewed import VIEWED
from pathways.flows.derbyshire.websites import WEBSITES
from pathways.flows.derbyshire.young_person import YOUNG_PERSON
from pathways.model import Area

DERBYSHIRE = Area(
    id="derbyshire",
    flows=(
        YOUNG_PERSON,
        VIEWED,
        ADULT,
        STRATEGY,
        RISK_FACTORS,
        RISK_ASSESSMENT,
        BULLYING,
        EXTREMISM,
        WEBSITES,
        PORNOGRAPHY,
    ),
    signals=SIGNALS,
)
