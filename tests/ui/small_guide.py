"""The small guide of the workshop: two pages, a gate, readings, a count, parts and a drawing."""

from tests.builders import Files

GUIDE: Files = {
    "10-get-ready.md": """
        # Get ready {: #get-ready }

        ## Look at the car {: #look minutes=2 }

        Press the button.[^meters] No click? Go and [measure](#measure) it.

        ![The tailgate from behind](diagrams/tailgate.svg)

        - [ ] Doors lock {: #doors }
        - [ ] Battery, rested[^meters] {: #battery unit="V" min="12.4" max="13" }

        ## Take the power off {: #power-off }

        - [ ] Ignition off {: #ignition }

        !!! warning "Short circuit"
            A spanner across the posts burns you. Undo the negative clamp only.

            - [ ] Negative off[^versa] {: #negative-off undo="Connect the negative" state="negative off" }

        - [ ] Clips out {: #clips count="clip" undo="Press home the clips" state="clips out" }
        - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
        """,
    "20-measure.md": """
        # Measure and close {: #measure-and-close }

        ## Measure {: #measure }

        | You read | Suspect |
        |---|---|
        | Over 1 Ω | Button[^versa] |

        - [ ] Leads[^meters] {: #leads unit="Ω" max="0.5" }
        - [ ] Pressed[^meters] {: #pressed unit="Ω" max="1" minus="leads" }
        - [ ] Released[^meters] {: #released unit="Ω" min="1000000" }

        ## Close up {: #close }

        - [ ] Panel on {: #panel-on undoes="panel" }
        - [ ] Clips home {: #clips-home count="clip" undoes="clips" }
        - [ ] Negative on {: #negative-on undoes="negative-off" }
        """,
    "parts.toml": """
        part = "Tailgate button"
        currency = "RUB"
        market = "Russia"
        priced = "2026"
        source = "meters"
        rate_per_hour = 1200

        [[options]]
        id = "original"
        name = "Original"
        kind = "original"
        price = [2500, 4000]
        source = "meters"
        minutes = 30

        [[options]]
        id = "used"
        name = "Used part"
        kind = "used"
        price = [300, 700]
        source = "meters"
        minutes = 60
        """,
    "diagrams/tailgate.svg": """
        <svg xmlns="http://www.w3.org/2000/svg" width="400" height="280" viewBox="0 0 400 280">
        <rect width="400" height="280" fill="#f4f6fa"/>
        </svg>
        """,
}
