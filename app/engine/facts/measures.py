"""Units of measure in their short form. SI and customary units; not money, time or percent."""

_NAMES = {
    "ha": "hectare hectares ha",
    "acre": "acre acres",
    "km": "km kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mi": "mile miles",
    "ft": "foot feet ft",
    "in": "inch inches",
    "yd": "yard yards",
    "kg": "kg kilogram kilograms kilo kilos",
    "g": "gram grams",
    "t": "tonne tonnes",
    "ton": "ton tons",
    "lb": "pound-weight lb lbs",
    "oz": "ounce ounces",
    "l": "litre litres liter liters",
    "gal": "gallon gallons",
    "bbl": "barrel barrels",
    "kW": "kilowatt kilowatts kw",
    "MW": "megawatt megawatts mw",
    "GW": "gigawatt gigawatts gw",
    "mph": "mph",
    "km/h": "kph kmh",
    "kn": "knot knots",
    "sq ft": "sqft",
    "°": "degree degrees °",
}
SPEEDS = {"km": "km/h", "mi": "mph"}
SQUARES = {"km": "km2", "m": "m2", "mi": "sq mi", "ft": "sq ft", "yd": "sq yd", "cm": "cm2"}
UNITS = {name: unit for unit, names in _NAMES.items() for name in names.split()}
