"""A guide of two steps, with a gate, a reading and a count."""

PAGE = """
    # Page {: #page }

    ## First {: #first }

    !!! warning "Short circuit"
        A spark burns you. Take the negative off.

        - [ ] Negative off {: #off }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Clips {: #clips count="clip" }

    ## Second {: #second }

    - [ ] Closed {: #closed }
    """
