"""Stockport, section 10.9: its five flows and its safety signals."""

from __future__ import annotations

from pathways.flows.stockport.appendix_c import APPENDIX_C
from pathways.flows.stockport.discovery import DISCOVERY
from pathways.flows.stockport.facts import SIGNALS
from pathways.flows.stockport.other_content import OTHER_CONTENT
from pathways.flows.stockport.professional import PROFESSIONAL
from pathways.flows.stockport.received_image import RECEIVED_IMAGE
from pathways.model import Area

STOCKPORT = Area(
    id="stockport",
    flows=(APPENDIX_C, DISCOVERY, PROFESSIONAL, RECEIVED_IMAGE, OTHER_CONTENT),
    signals=SIGNALS,
)
