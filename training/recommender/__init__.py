"""How a ranking of items is learned from what people did, and how good it is on what came later."""
