package dev.tocsin.channels.text;

/** One thing that is said about an alert, under its name. */
public record Fact(String name, String value) {}
