"""The texts that `wgtip demo` works on, packaged so that an installed wgtip finds them; the other samples stay here."""
