"""The sample company: a fictional bicycle shop to try everything on.

Data files lie beside this module; ``orders`` serves them as an order-status service and
``check_sample`` checks that they fit together.
"""
