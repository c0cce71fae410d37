# n-body, 50,000 steps
class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def solar_system():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
        Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.0377),
        Body(8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.0113),
        Body(12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017),
        Body(15.37, -25.91, 0.179, 0.979, 0.594, -0.03, 0.002),
    ]


def advance(bodies, steps, dt):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            magnitude = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            pull = b.mass * magnitude
            a.vx -= dx * pull
            a.vy -= dy * pull
            a.vz -= dz * pull
            push = a.mass * magnitude
            b.vx += dx * push
            b.vy += dy * push
            b.vz += dz * push
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy(bodies):
    kinetic = sum(b.mass * (b.vx**2 + b.vy**2 + b.vz**2) / 2 for b in bodies)
    potential = 0.0
    for i, a in enumerate(bodies):
        for b in bodies[i + 1:]:
            distance = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
            potential -= a.mass * b.mass / distance
    return kinetic + potential


bodies = solar_system()
advance(bodies, 50_000, 0.01)
print(f"{energy(bodies):.9f}")
