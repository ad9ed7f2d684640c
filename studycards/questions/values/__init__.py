"""Questions about values: what comes out of a layer, the loss, a gradient, a parameter after a step."""
