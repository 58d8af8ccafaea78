"""The grammar files, packaged so that an installed wgtip finds them."""
