"""YAML to relations: the claim base, where each of its words stands, and the rule language.

The base is `base`, made of files by `load`; neither is imported here, for who checks drafts without a base needs none
of what loading one takes.
"""
